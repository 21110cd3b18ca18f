"""Errors of a command → one line on standard error and an exit code: 0 done, 2 misused, 1 failed otherwise."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from bot.memory.redaction import without_secrets
from config.settings import SettingsError
from retrieval.errors import GoldenError, RetrievalError, SeedsError, SetupError


class UsageError(Exception):
    """The command can't be carried out as it was given."""


class FailureError(Exception):
    """The command was given rightly and couldn't be carried out all the same."""


class OneLineGroup(TyperGroup):
    """The commands; what is wrong with an invocation is said in one line, not in a box."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command and leave the program."""
        try:
            with one_line_errors():
                code = super().main(*args, **(extra | {"standalone_mode": False}))
        except typer.Exit as error:
            code = error.exit_code
        except SystemExit as error:
            if not isinstance(error.__context__, BrokenPipeError):
                raise
            code = 0  # as for any reader that goes away: the help is printed by others
        except TyperException as error:
            code = error.exit_code
            if message := error.format_message():  # none where the help was printed instead
                context = getattr(error, "ctx", None)
                hint = f" (see '{context.command_path} --help')" if context else ""
                complain(message.rstrip(".") + hint)
        sys.exit(code or 0)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turn every expected error into a line and an exit code; what was printed is out before the end."""
    try:
        yield
        sys.stdout.flush()
    except (SettingsError, SetupError, UsageError) as error:
        _leave(str(error), 2)
    except SeedsError as error:
        _leave(f"seeds: {error}", 2)
    except GoldenError as error:
        _leave("\n  ".join([f"{error}; nothing was changed", *map(str, error.broken)]), 1)
    except (RetrievalError, FailureError) as error:
        _leave(str(error), 1)
    except BrokenPipeError:
        _drop_output()  # the reader (head, say) went away: nothing is wrong
    except OSError as error:
        _drop_output()
        _leave(f"{error.filename or 'input or output'}: {error.strerror or error}", 1)
    except KeyboardInterrupt:
        _leave("interrupted", 1)


def _drop_output() -> None:
    """Let what is not written yet go nowhere, for it can't be, and Python tries again at its end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Say on standard error what is wrong, if that can be written."""
    with suppress(OSError):
        print(f"jianbao: {without_secrets(message)}", file=sys.stderr)


def _leave(message: str, code: int) -> NoReturn:
    complain(message)
    raise typer.Exit(code)
