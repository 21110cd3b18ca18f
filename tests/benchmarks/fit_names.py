"""Make retrieval/language/names.tsv: python -m tests.benchmarks.fit_names

How much likelier is a character as a surname, or in a given name, than anywhere in a text? Counted on the names that
jieba's dictionary tags as such, against the characters of all its words by how often they are used.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path

import jieba

from retrieval.language.lexicon import SURNAMES

OUT = Path(__file__).parents[2] / "retrieval" / "language" / "names.tsv"
_HAN = re.compile("[\u4e00-\u9fff]+")
_SURNAME = re.compile(SURNAMES)
_RARE = 50  # added to what a character was counted in texts, so that rare ones don't look like names for that alone
_DOUBLE = 2000  # how often a surname of two characters may stand in a text as something else


def count() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return how often each surname, each character of a given name, and each character of a text was counted."""
    surnames: Counter[str] = Counter()
    given: Counter[str] = Counter()
    text: Counter[str] = Counter()
    with jieba.dt.get_dict_file() as file:
        for line in file.read().decode("utf-8").splitlines():
            word, number, tag = line.split()
            if not _HAN.fullmatch(word):
                continue
            for char in word:
                text[char] += int(number)
            surname = _SURNAME.match(word)
            if tag in ("nr", "nrfg") and surname and surname.end() < len(word) <= 3:
                surnames[surname.group()] += 1
                given.update(word[surname.end() :])
    return surnames, given, text


def main() -> None:
    surnames, given, text = count()
    whole, bearers, characters = text.total(), surnames.total(), given.total()
    rows = []
    for char in sorted(given.keys() | surnames.keys()):
        usual = (text[char] + _RARE if len(char) == 1 else _DOUBLE) / whole
        ahead = math.log((surnames[char] + 0.5) / (bearers + 300) / usual)
        behind = math.log((given[char] + 0.5) / (characters + 1500) / usual)
        rows.append(f"{char}\t{ahead if char in surnames else 0:.1f}\t{behind if char in given else 0:.1f}\n")
    OUT.write_text("".join(rows), encoding="utf-8")
    print(f"{OUT.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
