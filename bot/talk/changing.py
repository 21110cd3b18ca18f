"""A change of the corpus that an admin asked for: what is done, in which words, and what to press if it failed."""

from __future__ import annotations

import logging

from bot.cards.card import Button, Report
from bot.cards.press import Act, Press
from bot.cards.texts import Texts
from bot.talk.admin_cards import Progress
from retrieval.corpus import Corpus
from retrieval.records import ReloadReport

log = logging.getLogger(__name__)


class Change:
    """Reading the pages again; other changes say in what they differ.

    `what` names it in the log, `started`, `done` and `failed` name the sentences, `lead` is what there is to tell whatever comes of the reading,
    `once_more` the press that asks for all of it, where reading the pages again isn't all.
    """

    what = "reload"
    started = "reload_started"
    done: str | None = "reload_done"
    failed = "reload_failed"
    brings_news = True
    patience_s = 20.0  # for another process that reads the same seeds

    def __init__(self, owner: int, texts: Texts) -> None:
        """Change it for the admin `owner`, and say so in the language of `texts`."""
        self.owner = owner
        self.texts = texts
        self.lead = Report()
        self.once_more: Press | None = None

    def carry_out(self, corpus: Corpus, progress: Progress) -> ReloadReport:
        """Change the shelf and the corpus, or where another process is at it neither; raises RetrievalError."""
        return corpus.reload(progress=progress, shelve=self._shelve, patience_s=self.patience_s)

    def _shelve(self) -> None:
        try:
            self.lead = self.shelve() or self.lead
        except OSError as error:
            log.exception("the seeds folder can't be changed")
            # Half of it may have been: the report of what lies there now tells.
            self.lead = Report((self.texts.say("upload_unsaved", why=error.strerror or error),))

    def shelve(self) -> Report | None:
        """Put files on the shelf or take them away, and return what is to be said of that. Raises OSError."""
        return None

    def end(self) -> None:
        """Do what is to be done at the end, well or not."""

    def __str__(self) -> str:
        """Return what the log calls it, e.g. “upload by admin 7”."""
        return f"{self.what} by admin {self.owner}"

    @property
    def again(self) -> Button:
        """What to press if it failed; what was put on the shelf or taken away by then only has to be read."""
        press = None if self.lead.parts else self.once_more
        if press:
            return Button(self.texts.plain("button_again"), press)
        return Button(self.texts.plain("button_reload"), Press(Act.RELOAD, self.owner))
