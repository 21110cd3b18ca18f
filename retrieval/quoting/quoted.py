"""A message that is a quotation, or asks whether it is printed: the passages that hold it answer, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Callable

from retrieval.answering.answer import cite
from retrieval.answering.snippets import SNIPPET_CHARS
from retrieval.index.passages import article_sentences
from retrieval.language.analysis import same_length_normal
from retrieval.language.lexicon import QUESTION_WORD
from retrieval.quoting.frames import AskedQuotation, asked_whether_printed
from retrieval.quoting.quotations import LONGEST, SHORTEST, characters_of
from retrieval.records import TO_BE_CHECKED, Answer, Hit, QuoteHit, Snippet, Verdict, Verification

Verify = Callable[[str], Verification]


def answer_quoted(question: str, verify: Verify, k: int) -> Answer | None:
    """Answer a message that is a quotation, or asks whether it is printed; None for another, and for a quotation of a word.

    Where it is printed word for word, it is what is marked, in at most `k` hits; else there are none, and the answer carries
    what there is to say to the quotation.
    """
    asked = asked_whether_printed(question)
    if asked is None or not SHORTEST <= characters_of(asked.said) <= LONGEST:
        return None
    verified = verify(asked.said)
    if verified.verdict is not Verdict.VERBATIM:
        if QUESTION_WORD.search(same_length_normal(asked.said)):
            return None  # a question, and its marks say nothing
        return Answer(question, False, 0.0, verified=verified)
    hits = tuple(_hit(hit) for hit in verified.hits[: max(k, 1)])
    confidence = 1.0 if _says(hits[0], asked) else TO_BE_CHECKED
    return Answer(question, True, confidence, hits[:k])


def _hit(found: QuoteHit) -> Hit:
    """Return the sentences in which a quotation stands, as far as a snippet holds them, with the quotation marked."""
    article = found.article
    touched = [s for s in article_sentences(article) if s[0] < found.end and found.start < s[1]]
    start, end = touched[0][0], touched[-1][1]
    if found.end - start > SNIPPET_CHARS:
        start = found.start
    end = min(end, start + SNIPPET_CHARS)
    answer = (found.start - start, min(found.end, end) - start)
    lines = article.lines_at(start, end)
    text = re.sub(r"\s", " ", article.text[start:end])
    return Hit(article, found.similarity, Snippet(text, (), answer, lines, start, end), cite(article, lines))


def _says(hit: Hit, asked: AskedQuotation) -> bool:
    """Tell whether it is whose words they are said to be that stands beside them: another may have said so."""
    said = same_length_normal(f"{hit.article.publication or ''} {hit.article.title or ''} {hit.snippet.text}")
    return asked.by in said
