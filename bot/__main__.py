"""Where the program begins: `jianbao`; `python -m bot` runs the bot alone, the same as `jianbao run`."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType


def jianbao() -> None:
    """Run the command line; Ctrl-C while that is being loaded, a second's work, ends it in one line too."""
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # and not to be ignored
    if ours:
        # No exception: half a library loaded would make another one of it.
        signal.signal(signal.SIGINT, _interrupted)
    from bot.cli import main

    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    main()


def _interrupted(signum: int, frame: FrameType | None) -> None:
    os.write(2, b"jianbao: interrupted\n")
    os._exit(1)


if __name__ == "__main__":
    sys.argv[1:1] = ["run"]
    jianbao()
