"""The error tree of the retrieval side.

RetrievalError
├── SeedsError        the seeds folder as a whole can't be used
├── PageError         one file can't be read; the rest is served
│   └── UnreadableError   … for now: the system says no, or it is gone
├── ParcelError       an upload as a whole can't be taken
├── EngineError       an engine failed; its own error is the cause
├── AnalyzerError     an analyzer's package is missing
├── StoreError        the data folder is damaged; it is made again from the seeds
├── ReloadBusyError   a reload is under way already
├── BusyError         too many questions at once
├── LostError         a process that worked for us is gone
├── GoldenError       a corpus fails the golden questions, and is not swapped in
├── VersionError      no such version to go back to
└── QueryError        a quotation that is too short or too long to be looked up

What can't be written is an OSError, whoever writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class RetrievalError(Exception):
    """Base of every error that `retrieval` raises on purpose; its text is fit for a reader."""


class SeedsError(RetrievalError):
    """The seeds folder is missing or unreadable."""


class PageError(RetrievalError):
    """One file can't be read as a page: empty, binary, or in no known encoding."""


class UnreadableError(PageError):
    """The system doesn't let us read a file: that may pass, though the file stay the same."""


class ParcelError(RetrievalError):
    """An upload as a whole can't be taken; `why` is the reason as a word, `most` the bound it broke."""

    def __init__(self, why: str, most: int = 0) -> None:
        """Say why: "damaged", "files", "bytes", "ratio" or "kind"."""
        super().__init__(f"the upload can't be taken: {why}")
        self.why = why
        self.most = most


class EngineError(RetrievalError):
    """A search engine failed."""


class QueryError(RetrievalError):
    """A quotation can't be looked up; `why` is the reason as a word, `size` its letters and digits, `bound` how many may be."""

    def __init__(self, why: str, bound: int, size: int) -> None:
        """Say why: "short" or "long"."""
        super().__init__(why, bound, size)  # as they are, so that it travels between processes
        self.why = why
        self.bound = bound
        self.size = size

    def __str__(self) -> str:
        """Return one line."""
        return f"the quotation is too {self.why}: {self.size} letters and digits, the bound is {self.bound}"


class AnalyzerError(RetrievalError):
    """An analyzer can't be made, e.g. because its package is not installed."""


class StoreError(RetrievalError):
    """What lies in the data folder is damaged or of another version; it can be made again from the seeds."""


class ReloadBusyError(RetrievalError):
    """Somebody else, perhaps another process, is reloading this corpus just now."""


class BusyError(RetrievalError):
    """More questions wait than can be answered soon; ask again in a moment."""


class LostError(RetrievalError):
    """A process that worked for us is gone, killed perhaps or out of memory, and its work with it."""


class GoldenError(RetrievalError):
    """A corpus answers too few golden questions; `broken` says which, a line each."""

    def __init__(self, message: str, broken: tuple[str, ...]) -> None:
        """Say what fell short, with the questions that broke."""
        super().__init__(message)
        self.broken = broken


class VersionError(RetrievalError):
    """There is no such version to go back to."""


@contextmanager
def writing(failure: type[Exception]) -> Iterator[None]:
    """Raise what a library below raises where it can't write, e.g. sqlite3.Error on a full disk, as an OSError."""
    try:
        yield
    except failure as error:
        raise OSError(str(error)) from error
