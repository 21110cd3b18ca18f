"""The reference desk: what is said to a reader, whoever carries it (Telegram or the terminal).

Everything here is plain and synchronous; front ends call `ask` from a thread and the rest as it comes.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

from bot.cards.card import BUTTON_CHARS, Button, Card, Place, Reader, rows_of, shorten
from bot.cards.card_talk import card_about
from bot.cards.press import Act, Press
from bot.cards.render import Shelf, answer_card
from bot.cards.texts import LANGUAGES, Html, Texts, language_of, texts_in
from bot.cards.verify_cards import verification_card
from bot.memory.audit import Audit
from bot.memory.recent import Recent
from bot.memory.store import Store
from bot.memory.watches import Watches
from config.settings import Settings
from retrieval.answering.citations import read_citation
from retrieval.answering.claims import figures_stand
from retrieval.articles.mending.build import name_of
from retrieval.asking.followups import hit_asked_for
from retrieval.corpus import Corpus
from retrieval.records import Answer, Article, Kind, Source, Stats, Tone
from retrieval.seeds.intake import Intake
from retrieval.seeds.shelving import sweep_parts
from retrieval.service import Service

FOLLOW_UP_S = 600.0
OF_CARD_IN_GROUP = (Tone.SOURCE, Tone.GIST, Tone.TRUE, Tone.TURN)
OF_CARD = (Tone.FULL_TEXT, Tone.CONTEXT, *OF_CARD_IN_GROUP)  # … what others needn't read
_NO_CONDITION = str.maketrans("", "", '"“”')  # who puts something in quotation marks there sets no condition
_DEPTH = 4  # earlier questions that are asked again to understand a follow-up
_KEPT_ANSWERS = 1000
_LISTED_SOURCES = 60
_EXAMPLES = 3
_LOOKED_AT = 200  # articles among which examples are looked for, and twice as many at the most
_TRIED = 60  # of these, the ones that are asked about


class Shown(NamedTuple):
    """An answer that a reader looks at, by its key, and which of its hits, from 0."""

    key: str
    n: int = 0


LookedAt: TypeAlias = Shown | Place
"""What is on the card that a question follows: an answer, or an article that was opened."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question that was asked and its answer; `cut` when only the question's beginning was read, `of_card` when it was of
    hit `n` of an answer given before, and of what kind; `claimed` where it is asked whether what somebody says, or a figure, is true:
    whether all of that stands there.
    """

    key: str
    answer: Answer
    cut: bool = False
    of_card: Tone | None = None
    n: int = 0
    claimed: bool | None = None


class Desk:
    """A corpus with everything that talking about it needs."""

    def __init__(
        self, corpus: Corpus, settings: Settings, store: Store | None = None, service: Service | None = None
    ) -> None:
        """Sit down before `corpus`; without a store nothing outlives the process.

        What has to be searched is asked of `service`, without one of the corpus itself.
        """
        self.corpus = corpus
        self.service = service or Service(corpus)
        self.settings = settings
        self.store = store or Store(None)
        self.opened = time.time()
        self._answers: Recent[str, tuple[str, Answer]] = Recent(_KEPT_ANSWERS)
        self._last: Recent[int, tuple[LookedAt, float]] = Recent(_KEPT_ANSWERS)
        self.audit = Audit(self.store)
        self.watches = Watches(self.store)
        keep_s = settings.uploads.keep_hours * 3600.0
        self.intake = Intake(settings.data / "uploads", keep_s)
        self._known = _Known(corpus, self.service, settings.language)

    def tidy(self) -> None:
        """Throw away what has been kept long enough: questions, uploads that wait, what a killed process left half-written."""
        self.store.prune(0)
        self.intake.sweep()
        sweep_parts(self.corpus.folder)

    def texts_for(self, user: int, code: str | None) -> Texts:
        """Return the sentences in the language a user chose, or that of the user's client."""
        return texts_in(self.store.language(user) or language_of(code, self.settings.language))

    def ask(
        self,
        question: str,
        user: int,
        previous: LookedAt | None = None,
        *,
        in_group: bool = False,
        said: str = "",
    ) -> Exchange:
        """Answer `question` after what was looked at before, and note it under the key that buttons carry.

        What is asked in a group is no question that one in the private chat follows. Asked of what somebody `said`, it
        follows what the corpus has to say to that.
        """
        heard = False
        if isinstance(previous, Place):
            previous = self.noted(user, previous)
        elif said and (previous is None or self.recall(previous.key) is None):
            heard = read_citation(said) is None  # a card of ours, which we forgot, says nothing new
            previous = self._heard(said, user)
        limit = self.settings.limits.question_chars
        asked, cut = question.strip()[:limit], len(question.strip()) > limit
        version = self.corpus.version  # before asking: a reload meanwhile makes the answer an old one
        key_before = previous.key if previous else None
        before = self.recall(key_before) if key_before else None
        answer = self.service.ask(asked, k=self.settings.search.hits, previous=before)
        open_to = OF_CARD_IN_GROUP if in_group else OF_CARD
        if answer.tone in open_to and previous and (shown := self.shown(*previous)):
            if heard and answer.tone is Tone.TRUE:
                held = self.corpus.held_against(said, shown)
                return Exchange(previous.key, held.answer, of_card=Tone.TRUE, claimed=held.stands)
            if (
                heard and not shown.answered
            ):  # what is near to what somebody says is not where that comes from
                return Exchange(previous.key, shown)
            if answer.tone is Tone.TURN:
                return self._turned(asked, user, previous, shown, in_group=in_group)
            asks = answer.tone is Tone.TRUE
            claimed = figures_stand(asked, shown.hits[previous.n]) if asks else None
            return Exchange(previous.key, shown, of_card=answer.tone, n=previous.n, claimed=claimed)
        if answer.tone in open_to and said and before:
            return Exchange("", before)
        if answer.tone is not Tone.QUESTION:
            return Exchange("", answer)
        found = [name_of(hit.article) for hit in answer.hits]
        key = self.store.note_asked(user, asked, key_before, found) if found else ""
        if key:
            self._answers.put(key, (version, answer))
        if key and not in_group:
            self._last.put(user, (Shown(key), time.monotonic()))
        if self.settings.log.questions:
            self.store.log_question(user, asked, found[0] if found else None, answer.answered or answer.more)
        return Exchange(key, answer, cut)

    def _heard(self, said: str, user: int) -> Shown | None:
        """Ask what somebody said, that a question may follow it; it is noted as what came before, not as a question."""
        said = said.translate(_NO_CONDITION).strip()[: self.settings.limits.question_chars]
        version = self.corpus.version
        answer = self.service.ask(said, k=self.settings.search.hits)
        return self._noted(user, version, said, answer) if answer.tone is Tone.QUESTION else None

    def noted(self, user: int, place: Place) -> Shown | None:
        """Note the article that a user opened as what came before, as if its citation had been asked; None where it is gone."""
        version = self.corpus.version
        answer = self.corpus.opened(*place)
        return self._noted(user, version, answer.question, answer) if answer else None

    def _noted(self, user: int, version: str, question: str, answer: Answer) -> Shown:
        key = self.store.note_asked(user, question, None, [name_of(hit.article) for hit in answer.hits])
        self._answers.put(key, (version, answer))
        return Shown(key)

    def _turned(self, asked: str, user: int, previous: Shown, shown: Answer, *, in_group: bool) -> Exchange:
        """Return the hit that is asked for, the nearest where there is none such: before the first is what led on to these.

        The one that is `shown` stays where the other has left the corpus.
        """
        n, row = hit_asked_for(asked, previous.n), self.store.asked(previous.key)
        if n < 0 and shown.more and row and row.previous:
            to = Shown(row.previous)
        else:
            to = Shown(previous.key, max(0, min(n, len(shown.hits) - 1)))
        if there := self.shown(*to):
            shown = there
        else:
            to = previous
        if not in_group:
            self._last.put(user, (to, time.monotonic()))
        return Exchange(to.key, shown, of_card=Tone.TURN, n=to.n)

    def last_of(self, user: int) -> LookedAt | None:
        """Return what a user looked at last in private, in the last ten minutes, for a follow-up there."""
        seen, at = self._last.get(user) or (None, 0.0)
        return seen if seen and time.monotonic() - at < FOLLOW_UP_S else None

    def looked_at(self, user: int, place: Place) -> None:
        """Note that a user opened an article in private: that is the one looked at."""
        self._last.put(user, (place, time.monotonic()))

    def turned(self, user: int, to: Shown) -> None:
        """Note that a user turned the answer looked at last to another hit, or went back to one from an article."""
        seen, at = self._last.get(user) or (None, 0.0)
        if isinstance(seen, Place):
            self._last.put(user, (to, time.monotonic()))
        elif seen and seen.key == to.key:
            self._last.put(user, (to, at))

    def recall(self, key: str) -> Answer | None:
        """Return the answer that is known as `key`, asked again after a restart or a reload; None when gone."""
        version, answer = self._answers.get(key) or ("", None)
        return answer if answer and version == self.corpus.version else self._ask_again(key, _DEPTH)

    def shown(self, key: str, n: int) -> Answer | None:
        """Return the answer `key` with its hits where they stood when it was given: hit `n` is the same article.

        None where that is found no more. Another hit that isn't only holds its place, filled by hit `n`.
        """
        asked, answer = self.store.asked(key), self.recall(key)
        if not asked or not answer:
            return None
        now = {name_of(hit.article): hit for hit in reversed(answer.hits)}
        names = asked.hits or tuple(name_of(hit.article) for hit in answer.hits)
        hit = now.get(names[n]) if n < len(names) else None
        return replace(answer, hits=tuple(now.get(name, hit) for name in names)) if hit else None

    def has_left(self, key: str, n: int) -> bool:
        """Return whether the article that hit `n` of the answer `key` was is no longer in the corpus."""
        asked = self.store.asked(key)
        names = asked.hits if asked else ()
        return n < len(names) and self.corpus.article(names[n]) is None

    def _ask_again(self, key: str | None, depth: int) -> Answer | None:
        asked = self.store.asked(key) if key and depth else None
        if not asked:
            return None
        previous = self._ask_again(asked.previous, depth - 1)
        version = self.corpus.version
        answer = self.service.ask(asked.question, k=self.settings.search.hits, previous=previous)
        self._answers.put(asked.id, (version, answer))
        return answer

    def asked_by(self, key: str, user: int) -> bool:
        """Return whether this user asked the question `key`."""
        asked = self.store.asked(key)
        return asked is not None and asked.asker == self.store.hash_of(user)

    @property
    def shelf(self) -> Shelf:
        """How much there is to search."""
        stats = self.stats
        return Shelf(stats.sources, stats.articles)

    @property
    def stats(self) -> Stats:
        """The figures of the corpus that answers now, counted once a version."""
        return self._fresh.stats

    @property
    def examples(self) -> list[str]:
        """Up to three questions that the corpus really answers; looked for once a version."""
        return self._fresh.examples

    @property
    def _fresh(self) -> _Known:
        if self._known.version != self.corpus.version:
            self._known = _Known(self.corpus, self.service, self.settings.language)
        return self._known

    def card(self, exchange: Exchange, reader: Reader) -> Card:
        """Render an exchange."""
        n = exchange.n
        if exchange.of_card:
            return card_about(
                exchange.of_card,
                exchange.answer,
                reader,
                self.shelf,
                exchange.key,
                n,
                claimed=exchange.claimed,
            )
        if exchange.answer.verified:
            return verification_card(exchange.answer.verified, reader)
        card = answer_card(exchange.answer, reader, self.shelf, exchange.key, n)
        if not exchange.cut:
            return card
        note = reader.texts.say("cut_question", count=self.settings.limits.question_chars)
        return Card(Html(f"{note}\n{card.text}"), card.rows)

    def start(self, reader: Reader) -> Card:
        """Say who we are and how to ask, which is another way in a group."""
        if reader.in_group:
            return Card(reader.texts.say("hello_group", bot=reader.bot))
        return Card(reader.texts.say("start", example=self._example(reader.texts)))

    def ask_what(self, reader: Reader) -> Card:
        """Say how a question is put after /ask."""
        return Card(reader.texts.say("ask_what", example=self._example(reader.texts)))

    def _example(self, texts: Texts) -> str:
        return self.examples[0] if self.examples else texts.plain("example_any")

    def help(self, reader: Reader) -> Card:
        """Explain how to ask, with examples to press."""
        if not self.examples:
            return Card(reader.texts.say("help_no_examples"))
        rows = [
            (Button(shorten(example, BUTTON_CHARS), Press(Act.EXAMPLE, reader.id, hit=n)),)
            for n, example in enumerate(self.examples)
        ]
        if reader.in_group:
            return Card(reader.texts.say("help_in_group"), rows_of(*rows))
        watch = reader.texts.say("help_watch") if self.settings.watching.per_user else ""
        return Card(reader.texts.say("help", watch=watch), rows_of(*rows))

    def about(self, reader: Reader) -> Card:
        """Say what is served, and which version."""
        s = self.stats
        values = {"sources": s.sources, "articles": s.articles, "passages": s.passages}
        return Card(reader.texts.say("about", engine=s.engine, version=s.version, **values))

    def sources(self, reader: Reader) -> Card:
        """List the first sources with their newspapers and numbers of articles."""
        say, counts = reader.texts.say, self.shelf
        listed = self.corpus.sources(0, _LISTED_SOURCES)
        if not listed:
            return Card(say("sources_none"))
        lines = [say("sources_line", name=source_name(s), count=s.articles) for s in listed]
        if counts.sources > len(listed):
            lines.append(say("sources_more", count=counts.sources - len(listed)))
        text = say("sources", list=Html("\n".join(lines)), sources=counts.sources, articles=counts.articles)
        return Card(text)

    def languages(self, reader: Reader) -> Card:
        """Offer the languages."""
        buttons = [Button(name, Press(Act.LANGUAGE, reader.id, code)) for code, name in LANGUAGES.items()]
        return Card(reader.texts.say("language_choose"), rows_of(tuple(buttons)))


def source_name(source: Source) -> str:
    """Return the newspaper, its date and page as far as they are known, and the file, in at most 48 characters."""
    paper = f"《{source.publication}》" if source.publication else None
    return shorten(" ".join(filter(None, (paper, source.date, source.page, source.name))), 48)


class _Known:
    """What is worth knowing of one version of the corpus, each found when first needed."""

    def __init__(self, corpus: Corpus, service: Service, language: str) -> None:
        self.version = corpus.version
        self._corpus = corpus
        self._service = service
        self._texts = texts_in(language)

    @cached_property
    def stats(self) -> Stats:
        return self._corpus.stats()

    @cached_property
    def examples(self) -> list[str]:
        """Questions from headlines of different sources, kept if the corpus answers them with that article."""
        found: dict[str, str] = {}
        for article in sorted(self._corpus.sample(_LOOKED_AT), key=_dullness)[:_TRIED]:
            if (
                article.source not in found
                and len(found) < _EXAMPLES
                and (question := self._question(article))
            ):
                found[article.source] = question
        return list(found.values())

    def _question(self, article: Article) -> str | None:
        title = " ".join((article.title or "").split())
        if not 8 <= len(title) <= 30:
            return None
        question = self._texts.plain("example_question", title=title)
        answer = self._service.ask(question, k=1)
        right = answer.answered and answer.hits[0].article.text == article.text
        return question if right else None


def _dullness(article: Article) -> tuple[bool, int]:
    return article.kind not in (Kind.NEWS, Kind.FEATURE), -len(article.body)


def open_desk(corpus: Corpus, settings: Settings, service: Service | None = None) -> Desk:
    """Sit down before `corpus` with the database of the settings' data folder."""
    store = Store(Path(settings.data) / "bot.sqlite3", settings.log.keep_days)
    return Desk(corpus, settings, store, service)
