"""What an admin reads of an upload: what is in it, what was refused, what to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.cards.card import Button, Card, Listing, Part, Report, counted, fitted, rows_of, shorten
from bot.cards.press import Act, Press
from bot.cards.texts import Html, Texts, escape
from bot.cards.whys import file_and_why, said
from retrieval.errors import ParcelError
from retrieval.seeds.intake import Draft, Upload
from retrieval.seeds.parcels import Turned

_FILES, _HEADLINES, _SUSPICIOUS, _TURNED, _UNSAVED = 8, 12, 5, 10, 3
_NAME_CHARS, _TITLE_CHARS = 60, 50


def upload_card(upload: Upload, texts: Texts, note: Html | None = None) -> Card:
    """Render the preview, with a note on what else would change by a yes.

    Where files of these names exist, it offers to replace them or to save beside them.
    """
    drafts = upload.drafts
    if not drafts:
        return Card(fitted([texts.say("upload_nothing"), _turned(upload.turned, texts)], texts))
    parts: list[Part] = [
        _preview(drafts, texts),
        Listing([_file_line(draft, texts) for draft in drafts], _FILES, len(drafts)),
        _headlines(drafts, texts),
        _suspicious(drafts, texts),
        _turned(upload.turned, texts),
        texts.say("upload_replace") if _may_replace(upload) else None,
        note,
    ]
    return Card(fitted(parts, texts), _rows(upload, texts))


def _preview(drafts: Sequence[Draft], texts: Texts) -> Html:
    """Say how many pages would come in, or how many sidecars where there are no pages among them."""
    pages = [draft for draft in drafts if draft.brought != "alone"]
    if not pages:
        return texts.say("upload_preview_sides", count=len(drafts))
    return texts.say("upload_preview", files=len(pages), articles=sum(draft.articles for draft in pages))


def _may_replace(upload: Upload) -> bool:
    """Return whether there is a page of a page's name; a sidecar has one place alone."""
    return any(draft.replaces for draft in upload.drafts if draft.brought != "alone")


def _rows(upload: Upload, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    def button(name: str, act: Act, how: int = 0) -> Button:
        return Button(texts.plain(f"button_{name}"), Press(act, upload.owner, upload.key, how))

    cancel = button("cancel", Act.CANCEL)
    if _may_replace(upload):
        return rows_of((button("replace", Act.SAVE, 1), button("beside", Act.SAVE)), (cancel,))
    return rows_of((button("save", Act.SAVE), cancel))


def _file_line(draft: Draft, texts: Texts) -> Html:
    name, side = shorten(draft.name, _NAME_CHARS), shorten(draft.sidecar or "", _NAME_CHARS)
    exists = texts.say("upload_exists") if draft.replaces else ""
    if draft.brought == "alone":
        return Html(f"{texts.say('upload_side', side=side, name=name)}{exists}{_cited(draft, texts)}")
    line = texts.say("upload_file", name=name, count=draft.articles)
    along = texts.say("upload_along", side=side) if draft.brought else ""
    known = texts.say("upload_known", count=draft.known) if draft.known else ""
    return Html(f"{line}{along}{known}{exists}{_cited(draft, texts)}")


def _cited(draft: Draft, texts: Texts) -> str:
    """Say below a file's line by what a sidecar makes it be cited, one that lies there already or that comes with it."""
    if not draft.told:
        return ""
    paper, date, page = (draft.told.get(key) for key in ("publication", "date", "page"))
    cited = shorten(" ".join(filter(None, (f"《{paper}》" if paper else None, date, page))), _TITLE_CHARS)
    if draft.brought:
        return f"\n{texts.say('upload_cited_so', cited=cited)}"
    return f"\n{texts.say('upload_cited', cited=cited, side=shorten(draft.sidecar or '', _NAME_CHARS))}"


def _headlines(drafts: list[Draft], texts: Texts) -> Listing:
    """List the first headlines of all files together, as many as the card has room for."""
    titles = [title or texts.plain("untitled") for draft in drafts for title in draft.headlines]
    return Listing(_bulleted(titles, _TITLE_CHARS), _HEADLINES, sum(draft.articles for draft in drafts))


def _suspicious(drafts: list[Draft], texts: Texts) -> Listing:
    titles = [title for draft in drafts for title in draft.suspicious]
    lines = _bulleted(titles, _TITLE_CHARS)
    return Listing(lines, _SUSPICIOUS, len(lines), lambda shown: texts.say("upload_suspicious", list=shown))


def _bulleted(names: Sequence[str], most: int) -> list[Html]:
    return [Html(f"· {escape(shorten(name, most))}") for name in names]


def _turned(turned: Sequence[Turned], texts: Texts) -> Listing:
    lines = [file_and_why(file.name, said(file.why, texts), texts) for file in turned]
    return counted("upload_turned", lines, _TURNED, texts)


def refused_card(error: ParcelError, texts: Texts) -> Card:
    """Say why an upload as a whole isn't taken."""
    return Card(escape(said(error.why, texts)))


@dataclass(frozen=True, slots=True)
class Put:
    """What came of saving an upload: the names of what was saved, what was there already, what could not be saved and why."""

    saved: list[str] = field(default_factory=list)
    turned: list[Turned] = field(default_factory=list)
    unsaved: list[tuple[str, str]] = field(default_factory=list)


def saved_report(put: Put, again: Press, texts: Texts) -> Report:
    """Say what came of saving an upload, with a press to try `again` what could not be saved."""
    unsaved = [file_and_why(name, why, texts) for name, why in put.unsaved]
    parts = (
        counted("upload_saved", _bulleted(put.saved, _NAME_CHARS), _FILES, texts),
        _turned(put.turned, texts),
        counted("upload_failed", unsaved, _UNSAVED, texts),
    )
    button = Button(texts.plain("button_again"), again)
    return Report(parts, ((button,),) if unsaved else ())
