"""The command line: settings → corpus → what was asked for.

Results go to standard output, everything else to standard error. Exit codes: 0 the work was done, 2 bad
usage or configuration, 1 any other failure.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.explain import print_reason
from bot.progress import progress_bar
from bot.rows import Row, answer_row, article_row, reload_row, stats_row
from config.settings import Settings, SettingsError, load_settings
from retrieval.corpus import Corpus, GoldenGate
from retrieval.errors import GoldenError, RetrievalError, SeedsError
from retrieval.records import Answer

app = typer.Typer(
    help="剪报 jianbao: questions about Chinese newspaper pages, answered with article and lines.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="Settings laid over the defaults.")
]
SeedsOption = Annotated[
    Path | None, typer.Option("--seeds", metavar="DIR", help="Folder of newspaper pages.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class UsageError(Exception):
    """The command can't be carried out as it was given."""


def _command(function: Callable[..., None]) -> Callable[..., None]:
    """Turn every expected error of a command into one line on standard error and an exit code."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except (SettingsError, UsageError, SeedsError) as error:
            _fail(str(error), 2)
        except GoldenError as error:
            _fail("\n  ".join([str(error), *error.broken]), 1)
        except RetrievalError as error:
            _fail(str(error), 1)
        except BrokenPipeError:
            # The reader (head, say) went away: nothing is wrong, and nothing more can be written.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except KeyboardInterrupt:
            _fail("interrupted", 1)

    app.command()(run)
    return run


def _fail(message: str, code: int) -> None:
    print(f"jianbao: {message}", file=sys.stderr)
    raise typer.Exit(code)


def _settings(config: Path | None, seeds: Path | None) -> Settings:
    return load_settings(config, {"seeds": seeds})


def _open(settings: Settings, sync: bool = True) -> Corpus:
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
    for refusal in corpus.stats().refused:
        print(f"jianbao: left out {refusal.why}", file=sys.stderr)
    return corpus


def _print_rows(rows: Iterable[Row]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False), flush=True)


@_command
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION")] = None,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Rows of JSON with id and question.")
    ] = None,
    as_json: JsonOption = False,
    k: Annotated[int | None, typer.Option("-k", min=1, max=100, help="Articles per question.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the score came about.")] = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Answer one question, or every row of a file."""
    if (question is None) == (batch is None):
        raise UsageError("ask takes a question or --batch FILE, one of the two")
    if question is not None and not question.strip():
        raise UsageError("the question is empty; ask e.g. 哈尔滨关爱健康志愿服务中心是什么时候成立的？")
    rows = list(_batch_rows(batch)) if batch else [(None, question or "")]
    settings = _settings(config, seeds)
    corpus = _open(settings)
    for id, text in rows:
        answer = corpus.ask(text, k=k or settings.search.hits, explain=explain)
        if as_json:
            _print_rows([answer_row(answer, id)])
        else:
            print(_as_text(answer), flush=True)
        if explain:
            print_reason(answer)


def _batch_rows(path: Path) -> Iterator[tuple[str | None, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path}: can't be read ({getattr(error, 'strerror', None) or 'not UTF-8'})"
        ) from None
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield row.get("id"), str(row["question"])
        except (ValueError, KeyError, AttributeError, TypeError):
            raise UsageError(f"{path} line {n}: wants a JSON object with id and question") from None


def _as_text(answer: Answer) -> str:
    if not answer.hits:
        return "资料里没有找到可靠的答案。"
    lead = "" if answer.answered else "资料里没有找到可靠的答案。最接近的报道：\n"
    return lead + "\n".join(f"{hit.snippet.text}\n  —— {hit.citation}" for hit in answer.hits)


@_command
def chat(config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Talk with the bot in this terminal; without a terminal, one message a line from standard input."""
    settings = _settings(config, seeds)
    corpus = _open(settings)
    for line in sys.stdin:
        if line.strip():
            print(_as_text(corpus.ask(line.strip(), k=settings.search.hits)), flush=True)


@_command
def articles(
    files: Annotated[list[Path] | None, typer.Argument(metavar="[FILE ...]")] = None,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Show what the seeds, or the given files, were cut into."""
    corpus = _open(_settings(config, seeds))
    if as_json:
        _print_rows(article_row(article) for article in corpus.articles())


@_command
def run(config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Run the Telegram bot."""
    settings = _settings(config, seeds)
    token = os.environ.get("TELEGRAM_BOT_TOKEN", "")
    if not token:
        raise UsageError("TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather, or try 'jianbao chat'")
    from bot.app import run_bot

    run_bot(settings, _open(settings), token)


@_command
def reload(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    as_json: JsonOption = False,
    config: ConfigOption = None,
    seeds: SeedsOption = None,
) -> None:
    """Read the seeds again and say what was added, changed, removed and refused."""
    corpus = _open(_settings(config, seeds), sync=False)
    with progress_bar() as progress:
        report = corpus.reload(dry_run=dry_run, progress=progress)
    row = reload_row(report)
    print(json.dumps(row, ensure_ascii=False) if as_json else _pairs(row))


@_command
def stats(as_json: JsonOption = False, config: ConfigOption = None, seeds: SeedsOption = None) -> None:
    """Show the figures of the corpus."""
    row = stats_row(_open(_settings(config, seeds)).stats())
    print(json.dumps(row, ensure_ascii=False) if as_json else _pairs(row))


def _pairs(row: Row) -> str:
    return "\n".join(f"{key:12} {value}" for key, value in row.items())


def main() -> None:
    """Run the command line."""
    app()
