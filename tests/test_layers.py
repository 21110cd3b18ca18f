"""The layers: what may import what."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("retrieval", "bot", "config")

# Lowest first. A module imports only from rows above its own line, never from its own row or from below. Where a
# new module belongs: right after the lowest row that holds something it imports, or further down.
LAYERS = (
    # what things are called, what can go wrong, and a file as lines
    "retrieval.handles retrieval.told retrieval.visible retrieval.whys",
    "retrieval.errors retrieval.records",
    "retrieval.crew retrieval.pages",
    # what Chinese text holds
    "retrieval.language retrieval.language.dictionary retrieval.language.han retrieval.language.kinds"
    " retrieval.language.patterns",
    "retrieval.language.dates retrieval.language.lexicon retrieval.language.organisations"
    " retrieval.language.spelling",
    "retrieval.language.units",
    "retrieval.language.numerals",
    "retrieval.language.analysis retrieval.language.cells retrieval.language.lists",
    "retrieval.language.folding retrieval.language.names retrieval.language.wording",
    "retrieval.language.latin retrieval.language.phrases",
    "retrieval.language.aliases retrieval.language.rests",
    # lines become articles: what of a page is read by itself
    "retrieval.articles.hashes retrieval.articles.rows retrieval.articles.script retrieval.articles.view",
    # what may speak for a reading of a page
    "retrieval.articles.evidence retrieval.articles.evidence.openings"
    " retrieval.articles.evidence.overlap retrieval.articles.evidence.pairing"
    " retrieval.articles.evidence.parts retrieval.articles.evidence.weights"
    " retrieval.articles.evidence.words",
    "retrieval.articles.evidence.topics",
    # … what its lines look like
    "retrieval.articles.looks retrieval.articles.looks.publication retrieval.articles.looks.sections"
    " retrieval.articles.looks.shapes",
    "retrieval.articles.looks.lines retrieval.articles.looks.style",
    "retrieval.articles.looks.abreast retrieval.articles.looks.regimes"
    " retrieval.articles.looks.standing retrieval.articles.looks.tables",
    "retrieval.articles.looks.layout retrieval.articles.looks.verses",
    "retrieval.articles.looks.surroundings",
    # … its heads and stretches of text
    "retrieval.articles.pieces retrieval.articles.pieces.blocks",
    "retrieval.articles.pieces.heads retrieval.articles.pieces.subheads",
    "retrieval.articles.pieces.context retrieval.articles.pieces.seams",
    "retrieval.articles.pieces.strip",
    # … which follows which
    "retrieval.articles.choosing retrieval.articles.choosing.headlines retrieval.articles.choosing.links",
    "retrieval.articles.choosing.wholes",
    "retrieval.articles.choosing.readings",
    "retrieval.articles.choosing.settling",
    # … and the articles
    "retrieval.articles.mending retrieval.articles.mending.drafts retrieval.articles.mending.mend",
    "retrieval.articles.mending.build retrieval.articles.mending.reasons retrieval.articles.mending.teasers",
    # … the way from one to the other
    "retrieval.articles.form retrieval.articles.split",
    "retrieval.articles.explain retrieval.articles.ready",
    "retrieval.articles",
    # terms become an index
    "retrieval.engines.base retrieval.engines.cluster",
    "retrieval.engines.opensearch retrieval.engines.rank_bm25 retrieval.engines.tantivy",
    "retrieval.engines.choice",
    "retrieval.engines",
    # … of articles, and what lies on disk
    "retrieval.index retrieval.index.passages retrieval.index.versions",
    "retrieval.index.indexing",
    "retrieval.index.learned retrieval.index.packing",
    "retrieval.index.store",
    # the folder of pages, and what is sent for it
    "retrieval.seeds retrieval.seeds.folder retrieval.seeds.parcels",
    "retrieval.seeds.shelving",
    "retrieval.seeds.shelf",
    "retrieval.seeds.intake",
    # what a question asks for
    "retrieval.asking retrieval.asking.followups retrieval.asking.smalltalk retrieval.asking.wants",
    "retrieval.asking.questions",
    # which sentence, which phrase
    "retrieval.finding retrieval.finding.by_asking retrieval.finding.definitions retrieval.finding.features"
    " retrieval.finding.inscriptions retrieval.finding.labels retrieval.finding.people retrieval.finding.reading"
    " retrieval.finding.signatures retrieval.finding.ways retrieval.finding.which",
    "retrieval.finding.marks retrieval.finding.measures retrieval.finding.speeches",
    "retrieval.finding.wanted",
    "retrieval.finding.relations",
    "retrieval.finding.evidence retrieval.finding.reach",
    "retrieval.finding.beside retrieval.finding.marking",
    "retrieval.finding.causes",
    "retrieval.finding.outright",
    "retrieval.finding.find",
    # hits become an answer
    "retrieval.answering retrieval.answering.parallels retrieval.answering.references"
    " retrieval.answering.searcher retrieval.answering.sentences retrieval.answering.signals"
    " retrieval.answering.snippets",
    "retrieval.answering.confidence retrieval.answering.related retrieval.answering.reprints",
    "retrieval.answering.calibration retrieval.answering.explain retrieval.answering.threads",
    "retrieval.answering.answer",
    "retrieval.answering.citations retrieval.answering.claims retrieval.answering.watching",
    # a quotation becomes a verdict
    "retrieval.quoting retrieval.quoting.alignment retrieval.quoting.frames retrieval.quoting.gaps"
    " retrieval.quoting.quotations retrieval.quoting.stretches",
    "retrieval.quoting.candidates retrieval.quoting.fitting retrieval.quoting.quoted",
    "retrieval.quoting.quote_hits",
    "retrieval.quoting.verify",
    # a seeds folder becomes a version
    "retrieval.building retrieval.building.changes retrieval.building.golden retrieval.building.preparing",
    "retrieval.building.builder",
    "retrieval.building.keeper",
    # the door to it
    "retrieval retrieval.corpus",
    "retrieval.following retrieval.service",
    # what is configured
    "config config.settings",
    # what is remembered, and how much one may ask
    "bot bot.memory bot.memory.limits bot.memory.migrations bot.memory.recent bot.memory.redaction",
    "bot.memory.database",
    "bot.memory.store",
    "bot.memory.audit bot.memory.gaps bot.memory.watches",
    # what a reader sees, as plain data
    "bot.cards bot.cards.links bot.cards.press bot.cards.texts",
    "bot.cards.card bot.cards.proof bot.cards.sheets",
    "bot.cards.reference bot.cards.watch_cards bot.cards.whys",
    "bot.cards.render bot.cards.upload_cards",
    "bot.cards.card_talk bot.cards.verify_cards",
    "bot.cards.inline_cards",
    # what the command line prints
    "bot.terminal bot.terminal.exits bot.terminal.explain bot.terminal.given bot.terminal.plain"
    " bot.terminal.progress bot.terminal.rows",
    "bot.terminal.asking bot.terminal.batch bot.terminal.clippings bot.terminal.opening",
    # what is said to a reader or an admin
    "bot.talk bot.talk.desk bot.talk.quiet bot.talk.slash",
    "bot.talk.admin_cards bot.talk.browsing bot.talk.conversation bot.talk.gap_cards bot.talk.keeping_cards",
    "bot.talk.changing",
    # Telegram
    "bot.telegram bot.telegram.background bot.telegram.messages bot.telegram.office"
    " bot.telegram.outbox bot.telegram.pacing bot.telegram.transport bot.telegram.turns",
    "bot.telegram.menus bot.telegram.upkeep bot.telegram.webhook",
    # … one file a surface
    "bot.handlers bot.handlers.answering",
    "bot.handlers.browse bot.handlers.commands bot.handlers.gaps bot.handlers.group"
    " bot.handlers.inline bot.handlers.private bot.handlers.verify bot.handlers.watch",
    "bot.handlers.admin bot.handlers.errors",
    "bot.handlers.keeping bot.handlers.upload",
    "bot.handlers.buttons",
    # the doors
    "bot.app",
    "bot.cli",
    "bot.__main__",
)
PLACES = {name: n for n, row in enumerate(LAYERS) for name in row.split()}


@cache
def modules() -> dict[str, Path]:
    """Return every module of ours by its dotted name."""
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    return {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in files
    }


@cache
def imports(name: str) -> frozenset[str]:
    """Return what a module imports, inside functions too; of a package's names those that are modules."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(modules()[name].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: write imports in full"
            base = node.module or ""
            inner = {f"{base}.{alias.name}" for alias in node.names}
            found.update(inner & modules().keys() or {base})
    return frozenset(found)


def everything_behind(name: str) -> set[str]:
    """Return what a module imports, and what that imports, and so on."""
    met: set[str] = set()
    todo = [name]
    while todo:
        for other in imports(todo.pop()) - met:
            met.add(other)
            if other in modules():
                todo.append(other)
    return met


def test_every_module_has_its_place() -> None:
    """LAYERS holds each module once, and nothing that isn't there."""
    assert sorted(modules().keys() - PLACES.keys()) == [], "without a place in LAYERS"
    assert sorted(PLACES.keys() - modules().keys()) == [], "in LAYERS, and no such module"
    assert sum(len(row.split()) for row in LAYERS) == len(PLACES)


@pytest.mark.parametrize("name", sorted(modules()))
def test_imports_go_down(name: str) -> None:
    """A module imports only what lies in a lower layer."""
    ours = imports(name) & PLACES.keys()
    wrong = [other for other in ours if PLACES[other] >= PLACES.get(name, len(LAYERS))]
    assert not wrong, f"{name} imports {wrong}, which its layer is not above"


def test_retrieval_knows_nothing_of_its_front_ends() -> None:
    """No module of retrieval/ reaches the bot, the settings or Telegram."""
    for name in modules():
        if name.startswith("retrieval"):
            rooms = {other.split(".")[0] for other in imports(name)}
            assert not rooms & {"bot", "config", "telegram", "typer", "rich"}, name


@pytest.mark.parametrize(
    "name",
    ["bot.cards.render", "bot.talk.desk", "bot.talk.conversation", "bot.terminal.plain", "bot.terminal.rows"],
)
def test_what_is_said_knows_no_telegram(name: str) -> None:
    """Answers become text and buttons without the Telegram library, however far one follows the imports."""
    assert not [other for other in everything_behind(name) if other.split(".")[0] == "telegram"]


@pytest.mark.parametrize("name", ["retrieval.records", "retrieval.errors", "retrieval.whys"])
def test_the_records_stand_alone(name: str) -> None:
    """The records, the errors and their reasons need nothing but Python."""
    behind = everything_behind(name) - {"retrieval.whys"}
    assert {other.split(".")[0] for other in behind} <= set(sys.stdlib_module_names)
