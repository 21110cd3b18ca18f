"""Mine the names that pages use: 磁共振成像（MRI） for one thing, and houses and people that no dictionary knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from retrieval.language.analysis import normalize
from retrieval.language.phrases import Shape, find_phrases

_HAN = "\u4e00-\u9fff"
_NAMES = (Shape.ORGANISATION, Shape.PERSON)
_NAME = re.compile(rf"[{_HAN}]{{2,14}}")
_SENTENCES = re.compile(r"[。！？!?;；\n]")
_PAIR = re.compile(
    rf"(?P<long>[{_HAN}a-z0-9《》\"“”·\-]{{2,40}})[(](?:以下)?(?:简称|又称|又名|也称|俗称|英文(?:名|简称|缩写)?|缩写)?[:：]?(?:为)?"
    rf"[“\"《‘]?(?P<short>[{_HAN}a-z0-9\-]{{2,12}})[”\"》’]?[)]"
)
_LATIN = re.compile(r"[a-z][a-z0-9\-]{1,11}")
_SAID = re.compile(r"[(](?:以下)?(?:简称|又称|又名|也称|俗称|缩写)[^()]*[)]")
_CUT = re.compile(r"[的了在是为和与及由对从将把被把有向以]|[\"“”《》]")


_MOST_TERMS = 5_000


def mine_terms(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names of houses and people, in normal form, that the pages print twice or more; frequent first.

    jieba cuts them to pieces (安州区 中医院); a question that holds one means just that one.

    >>> mine_terms(["巨鹿县医院开展服务，巨鹿县医院院长"])
    ('巨鹿县医院',)
    """
    counts: Counter[str] = Counter()
    for text in texts:
        normal, _ = normalize(text)
        for sentence in _SENTENCES.split(normal):
            for phrase in find_phrases(sentence, _NAMES):
                name = sentence[phrase.start : phrase.end]
                if _NAME.fullmatch(name):
                    counts[name] += 1
    often = [name for name, n in counts.items() if n > 1]
    return tuple(sorted(often, key=lambda name: (-counts[name], name))[:_MOST_TERMS])


def mine_aliases(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return for each name, in normal form, the others that a page equates with it, both ways.

    >>> mine_aliases(["检查用的是磁共振成像（MRI）"])["mri"]
    ('磁共振成像',)
    """
    found: dict[str, dict[str, None]] = {}
    for text in texts:
        normal, _ = normalize(text)
        for m in _PAIR.finditer(normal):
            short = m["short"]
            if not (_LATIN.fullmatch(short) or _SAID.match(normal, m.end("long"))):
                continue
            long = long_name(m["long"], short)
            if long and long != short:
                found.setdefault(short, {})[long] = None
                found.setdefault(long, {})[short] = None
    return {name: tuple(others) for name, others in found.items()}


def long_name(before: str, short: str) -> str:
    """Return the end of `before` that is the name: back to where the short form's first character begins it."""
    tail = _CUT.split(before)[-1] or before.strip('"“”《》')
    if _LATIN.fullmatch(short):
        return tail[-12:]
    at = tail.find(short[0])
    return tail[at:] if at >= 0 and len(tail) - at >= len(short) else tail[-16:]
