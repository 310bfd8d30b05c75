"""How risky it is and why, what the checks say, and who on a watch list is alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cases.checks import Check, RiskLevel
from cases.decision import Override
from cases.events import MatchResolved, OverrideRecorded, RiskScored
from cases.evidence import evidence_of, facts_of
from cases.evidence_level import EvidenceLevel
from cases.overrides import override_of
from cases.policy.section import RISK
from cases.resolutions import confirmed_matches, matches_of
from cases.screening import SCREENING, MatchVerdict, Resolution
from desk.changes.found import in_a_word
from desk.evidence_words import LEVELS
from desk.labels import check_label
from desk.match_views import TOPICS
from desk.override_views import in_words
from desk.overview.basis import Basis
from desk.sources import OnCheck, OnEvent, Sentence, Source, each_once
from desk.viewing import View


class RiskSummary(View):
    """The risk in words first, what somebody overrode it to, and why it was scored so."""

    level: RiskLevel
    headline: Sentence
    overridden: Sentence | None
    reasons: tuple[Sentence, ...]


class CheckNote(Sentence):
    """A check that does not hold; ``level``: how well the fact is known that it is about."""

    key: str
    label: str
    words: str
    level: str | None


class CheckSummary(View):
    """What does not hold, how much does, and how well the facts are known."""

    open: tuple[CheckNote, ...]
    holding: Sentence | None
    evidence: Sentence | None


def risk(basis: Basis) -> RiskSummary | None:
    """The scorecard in words."""
    card, scored = basis.record.scorecard, next(basis.of(RiskScored), None)
    if card is None or scored is None:
        return None
    source = OnEvent(seq=scored[0])
    override = override_of(basis.record, RISK, basis.now)
    return RiskSummary(
        level=card.level,
        headline=Sentence(text=card.in_words(), sources=(source,)),
        overridden=_overridden(basis, override, source) if override else None,
        reasons=tuple(
            Sentence(
                text=f"{reason.points:+.1f} {reason.text}",
                sources=each_once(*basis.on_grounds(reason.grounds), source),
            )
            for reason in card.reasons
        ),
    )


def _overridden(basis: Basis, override: Override, source: Source) -> Sentence:
    recorded = (seq for seq, body in basis.of(OverrideRecorded) if body.override == override)
    text = basis.shown(in_words(override))
    return Sentence(text=text, sources=each_once(*(OnEvent(seq=seq) for seq in recorded), source))


def checks(basis: Basis) -> CheckSummary:
    """What does not hold first; the rest in one sentence."""
    made = basis.record.checks.values()
    return CheckSummary(
        open=tuple(_note(basis, check) for check in made if not check.holds),
        holding=next(_holding([check for check in made if check.holds]), None),
        evidence=next(_evidence(basis), None),
    )


def _note(basis: Basis, check: Check) -> CheckNote:
    source, label, words = OnCheck(key=check.key), check_label(check.key), in_a_word(check)
    known = evidence_of(basis.record, check.field.value, basis.now.date()) if check.field else None
    override = override_of(basis.record, check.key, basis.now)
    told = f"{label}: {words}. {check.reason}"
    return CheckNote(
        text=f"{told} {basis.shown(in_words(override))}" if override else told,
        sources=_overridden(basis, override, source).sources if override else (source,),
        key=check.key,
        label=label,
        words=f"{words}, overridden" if override else words,
        level=LEVELS[known.level].lower() if known else None,
    )


def _holding(made: list[Check]) -> Iterator[Sentence]:
    if not made:
        return
    spared = sum(check.status.value == "not_required" for check in made)
    held = len(made) - spared
    text = "1 check holds" if held == 1 else f"{held} checks hold"
    more = f", {spared} not required" if spared else ""
    yield Sentence(text=f"{text}{more}.", sources=each_once(*(OnCheck(key=check.key) for check in made)))


def _evidence(basis: Basis) -> Iterator[Sentence]:
    """How many facts are known how well, the strongest first."""
    counts: Counter[EvidenceLevel] = Counter()
    sources: list[Source] = []
    for key in facts_of(basis.record):
        known, source = evidence_of(basis.record, key, basis.now.date()), basis.on_fact(key)
        if known is not None and source is not None:
            counts[known.level] += 1
            sources.append(source)
    if sources:
        told = ", ".join(
            f"{counts[level]} {LEVELS[level].lower()}" for level in reversed(EvidenceLevel) if counts[level]
        )
        yield Sentence(text=f"Facts: {told}.", sources=each_once(*sources))


def matches(basis: Basis) -> Iterator[Sentence]:
    """Everybody who is like somebody on a watch list, the open ones first."""
    record = basis.record
    resolved = {body.pair: seq for seq, body in reversed([*basis.of(MatchResolved)])}
    current = matches_of(record)
    earlier = [r.match for r in confirmed_matches(record) if r.match not in current]
    for match in sorted((*current, *earlier), key=lambda match: match.pair in record.resolutions):
        sources: list[Source] = [OnEvent(seq=resolved[match.pair])] if match.pair in resolved else []
        sources += [OnCheck(key=SCREENING)] if match in current else []
        if sources:
            text = f"“{match.subject}” is {round(match.score * 100)} % alike “{match.listed}”"
            listed = f"{TOPICS[match.topic]}, {match.source} {match.reference}"
            found = _found(record.resolutions.get(match.pair))
            yield Sentence(text=f"{text} ({listed}): {found}.", sources=each_once(*sources))


def _found(resolution: Resolution | None) -> str:
    if resolution is None:
        return "nobody has looked at it yet"
    is_true = resolution.verdict is MatchVerdict.TRUE_MATCH
    return f"{'confirmed' if is_true else 'ruled out'} by {resolution.by_name}"
