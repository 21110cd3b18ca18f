"""The error tree of the retrieval side.

RetrievalError
├── SeedsError        the seeds folder as a whole can't be used
├── PageError         one file can't be read; the rest is served
│   └── UnreadableError   … for now: the system says no, or it is gone
├── ParcelError       an upload as a whole can't be taken
├── SetupError        an environment variable, or a file that a setting names, can't be used
├── EngineError       an engine failed; its own error is the cause
├── AnalyzerError     an analyzer's package is missing
├── StoreError        the data folder is damaged; it is made again from the seeds
├── ReloadBusyError   a reload is under way already
├── BusyError         too many questions at once
├── LostError         a process that worked for us is gone
├── GoldenError       a corpus fails the golden questions, and is not swapped in
├── VersionError      no such version to go back to
└── QueryError        a quotation that is too short or too long to be looked up

Each says why as a word, with what it is about (`why`); its text is the English of that.
What can't be written is an OSError, whoever writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from retrieval.whys import Fact, Why


class RetrievalError(Exception):
    """Base of every error that `retrieval` raises on purpose; `why` is its reason, and its text that in English.

    e.g. SeedsError("seeds_missing", folder="seeds"). It travels between processes as it is.
    """

    def __init__(self, word: str, /, **about: Fact) -> None:
        """Say why: a word of `whys.ENGLISH`, with the facts that its sentence names."""
        # Not handed on to Exception: Python has noted what was given by position, and in another process makes the error
        # of that again, whereupon all attributes follow.
        self.why = Why(word, about)

    def __str__(self) -> str:
        """Return one line."""
        return str(self.why)


class SeedsError(RetrievalError):
    """The seeds folder is missing or unreadable."""


class PageError(RetrievalError):
    """One file can't be read as a page: empty, binary, or in no known encoding; `file` is its name, which `why` lacks."""

    def __init__(self, file: str, word: str, /, **about: Fact) -> None:
        """Say which file is refused, and why."""
        super().__init__(word, **about)
        self.file = file

    def __str__(self) -> str:
        """Return one line."""
        return f"{self.file}: {self.why}"


class UnreadableError(PageError):
    """The system doesn't let us read a file: that may pass, though the file stay the same."""


class ParcelError(RetrievalError):
    """An upload as a whole can't be taken."""


class SetupError(RetrievalError):
    """What was set up outside the seeds can't be used; the text names the variable or the file."""


class EngineError(RetrievalError):
    """A search engine failed."""


class QueryError(RetrievalError):
    """A quotation can't be looked up: it has too few or too many letters and digits."""


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
    """A corpus answers too few golden questions; `broken` says which, and what is wrong with each answer."""

    def __init__(self, word: str, broken: tuple[Why, ...] = (), /, **about: Fact) -> None:
        """Say what fell short, with the questions that broke."""
        super().__init__(word, **about)
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
