"""Run the bot alone: `python -m bot`, the same as `jianbao run`."""

from __future__ import annotations

import sys

from bot.cli import app

if __name__ == "__main__":
    app(["run", *sys.argv[1:]])
