"""The error tree of the retrieval side.

RetrievalError
├── SeedsError        the seeds folder as a whole can't be used
├── PageError         one file can't be read; the rest is served
├── EngineError       an engine failed; its own error is the cause
└── QueryError        a question that can't be asked, e.g. an unknown filter
"""


class RetrievalError(Exception):
    """Base of every error that `retrieval` raises on purpose; its text is fit for a reader."""


class SeedsError(RetrievalError):
    """The seeds folder is missing or unreadable."""


class PageError(RetrievalError):
    """One file can't be read as a page: empty, binary, or in no known encoding."""


class EngineError(RetrievalError):
    """A search engine failed."""


class QueryError(RetrievalError):
    """A question that can't be asked as written."""
