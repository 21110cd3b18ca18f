"""Open the corpus that the settings describe: with a progress bar, and with a word on the files left out and on what is odd."""

from __future__ import annotations

from bot.terminal.exits import complain
from bot.terminal.plain import note_lines, refusal_lines
from bot.terminal.progress import progress_bar
from config.settings import Settings
from retrieval.corpus import Corpus, GoldenGate


def open_corpus(settings: Settings, *, sync: bool = True, name_refused: bool = True) -> Corpus:
    """Return the corpus, brought up to date with the seeds unless `sync` is False.

    Files that were left out, and ids that two of them share, are named on standard error unless `name_refused` is False.
    """
    golden = settings.golden
    with progress_bar() as report:
        corpus = Corpus.open(
            settings.seeds,
            data=settings.data,
            engine=settings.engine,
            analyzer=settings.analyzer,
            user_words=settings.search.user_words,
            keep_versions=settings.keep_versions,
            golden=GoldenGate(golden.file, golden.bound) if golden.file else None,
            sync=sync,
            progress=report,
        )
    stats = corpus.stats()
    for line in [*refusal_lines(stats.refused), *note_lines(stats.notes)] if name_refused else ():
        complain(line)
    return corpus
