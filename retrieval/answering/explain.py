"""Say why: the score of each article, the choice of its sentence, and the daring of the answer, as a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from retrieval.answering.confidence import Evidence, evidence_of
from retrieval.answering.reprints import Found
from retrieval.answering.searcher import Scored, Searcher
from retrieval.finding.evidence import sentence_features
from retrieval.finding.features import PHRASE_WEIGHTS, SENTENCE_WEIGHTS, PhraseFeatures, SentenceFeatures
from retrieval.finding.marks import Finding, Told
from retrieval.finding.reading import Reading
from retrieval.language.analysis import BIGRAM_MARK, NUMBER_MARK
from retrieval.records import Answer, Reason

MOST_TERMS = 12  # terms listed for an article, weightiest first
_SENTENCE = {
    "words": "含有问题的词",
    "near": "含有问处近旁的词",
    "telling": "含有区分各句的词",
    "headline": "标题含有的词",
    "neighbours": "邻句含有的词",
    "pairs": "含有问题的字对",
}
_PHRASE = {
    "fits": "正是所问的类型",
    "unfit": "不是所问的类型",
    "near": "离问处近旁的词近",
    "same_clause": "与问处近旁的词同一分句",
    "inside": "由问题的词组成",
    "before": "前文与问题相同",
    "behind": "后文与问题相同",
    "next_before": "前一字相同",
    "next_behind": "后一字相同",
    "titled": "紧接所问的称谓",
    "ends": "以所问名词结尾",
    "kin": "结尾与所问名词同类",
    "meets": "含有或紧邻所问名词",
    "length": "长度",
    "mismeasured": "量词不符",
    "clause": "整个分句",
    "closes": "到分句末尾为止",
    "whole": "由整词组成",
    "torn": "括号引号不成对",
}


# What the page says in so many words isn't marked for what it weighs.
_MARKED = {
    Told.MEANING: "标出的是文中的解释",
    Told.SOMEBODY: "标出的是文中对此人的介绍",
    Told.REASON: "标出的是文中所说的缘由",
    Told.BESIDE: "文中没有明说缘由，标出的是紧挨着所问之事的话",
    Told.LIST: "标出的是文中的一串",
    Told.SPEECH: "标出的是此人的原话",
    Told.WRITTEN: "标出的是上面写着的字",
    Told.VALUE: "标出的是紧跟在最后一个关键词后面的话",
}


def explain_answer(
    answer: Answer,
    found: Sequence[Found],
    searcher: Searcher,
    shift: float,
) -> Answer:
    """Return the answer with a reason on itself and on each of its hits, which were `found`."""
    hits = [
        replace(hit, reason=_hit_reason(x.reading, x.finding, x.scored, searcher))
        for hit, x in zip(answer.hits, found, strict=True)
    ]
    told = evidence_of(found[0].reading, found[0].finding)
    parts = [_part(evidence) for evidence in told if evidence.weight]
    parts.append(Reason("本资料库的校准", shift))
    verdict = "把握够大，作答" if answer.answered else "把握不够，不作答"
    daring = Reason(f"{verdict}（门槛 0.5）", answer.confidence, tuple(parts))
    reason = Reason("问题", None, (_question_reason(found[0].reading), daring))
    return replace(answer, hits=tuple(hits), reason=reason)


def _question_reason(reading: Reading) -> Reason:
    query = reading.query
    words = [
        Reason(unit.word + (f"（也作 {'、'.join(unit.others[:6])}）" if unit.others else ""), weight)
        for unit, weight in zip(query.units, reading.weights, strict=True)
    ]
    focus = f"，所问名词 {query.focus}" if query.focus else ""
    return Reason(f"读作 {query.normal}；要找 {query.want.value}{focus}", None, tuple(words))


def _hit_reason(reading: Reading, finding: Finding, s: Scored, searcher: Searcher) -> Reason:
    terms = searcher.term_scores(reading.query.terms, s.number)
    best = sorted(terms.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TERMS]
    article = Reason("全文 BM25", s.article_score, tuple(Reason(_readable(t), v) for t, v in best if v > 0))
    passage = Reason("最佳段落 BM25", s.passage_score)
    features = sentence_features(reading)[finding.sentence]
    sentence = Reason(
        f"选中的句子：{reading.sentence(finding.sentence).normal.strip()[:60]}",
        finding.scores[finding.sentence],
        _told(_SENTENCE, SENTENCE_WEIGHTS, features),
    )
    parts = [article, passage, sentence]
    text = reading.entry.article.text[slice(*finding.phrase)] if finding.phrase else ""
    if finding.told is Told.CELL:
        parts.append(Reason(f"标出的一格，所问的行与列在此相交：{text}", None))
    elif finding.phrase and finding.features:
        gain = finding.score - finding.scores[finding.sentence]
        parts.append(
            Reason(
                f"{_MARKED.get(finding.told, '标出的短语')}：{text}",
                gain,
                _told(_PHRASE, PHRASE_WEIGHTS, finding.features),
            )
        )
    return Reason(s.entry.article.title or s.entry.article.id, s.score, tuple(parts))


def _part(evidence: Evidence) -> Reason:
    value = "" if evidence.value is None else f" {evidence.value:.2f}"
    return Reason(f"{evidence.label}{value}", evidence.weight)


def _told(
    labels: Mapping[str, str],
    weights: SentenceFeatures | PhraseFeatures,
    values: SentenceFeatures | PhraseFeatures,
) -> tuple[Reason, ...]:
    triples = zip(weights._fields, weights, values, strict=True)
    return tuple(Reason(f"{labels[name]} {v:.2f}", w * v) for name, w, v in triples if v)


def _readable(term: str) -> str:
    if term.startswith(BIGRAM_MARK):
        return f"字对 {term[1:]}"
    return f"数 {term[1:]}" if term.startswith(NUMBER_MARK) else term
