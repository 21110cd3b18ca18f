"""Which characters of a file's text can be seen?"""

from __future__ import annotations

import re

# What takes no room: control characters, as \x1a at the end of a DOS file, and what joins words, parts them or turns them.
INVISIBLE = (
    "".join(c for c in map(chr, (*range(0x20), *range(0x7F, 0xA0))) if not c.isspace())
    + "\u00ad\u061c\u180e\ufeff"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))))
)
_JOINERS = "\u200c\u200d"  # change what is seen beside them: 👩‍⚕️ is made of two signs and one of these
_HALVES = re.compile("[\ud800-\udfff]")
_END = "[\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+"  # of lines and pages, for some programs
_ENDS, _BETWEEN = re.compile(_END), re.compile(rf"(?<=\S){_END}(?=\S)")
_UNSEEN = re.compile("[" + re.escape("".join(c for c in INVISIBLE if c not in _JOINERS)) + "\ufff9-\ufffb]")


def without_halves(text: str) -> str:
    """Return a text without half a character (“\\ud83d”), which JSON and YAML may hold: nothing can search, store or print it."""
    return _HALVES.sub("\ufffd", text)


def visible(text: str) -> str:
    """Return what can be seen of a text, its lines the same: no control characters, nothing that turns what stands behind it.

    What ends a line or a page for some programs and none of ours is a blank between two words, and nothing at the ends.

    >>> visible("开诊\\u202e，\\x07首日\\x0b接诊\\n"), visible("\\x0c县医院")
    ('开诊，首日 接诊\\n', '县医院')
    """
    text = _UNSEEN.sub("", without_halves(text))
    return _ENDS.sub("", _BETWEEN.sub(" ", text))
