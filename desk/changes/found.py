"""What the checks say now and did not say before, and what people found beside them."""

from __future__ import annotations

from collections.abc import Iterator

from cases.checks import Check, Recommendation
from cases.events import (
    MatchReopened,
    MatchResolved,
    OverrideRecorded,
    OverrideWithdrawn,
    RecommendationMade,
    RiskScored,
    VerificationRecorded,
)
from cases.resolutions import matches_of
from cases.screening import SCREENING
from desk.changes.change import Change, Span
from desk.event_view import resolved_in_words
from desk.evidence_words import verification_in_words
from desk.labels import check_label
from desk.override_views import in_words, subject_label
from desk.sources import OnCheck, on_events


def checks(span: Span) -> Iterator[Change]:
    """Checks that ended otherwise; those made for the first time singly only where they do not hold."""
    first: list[Check] = []
    for key, check in span.after.checks.items():
        before = span.before.checks.get(key)
        if before is None and check.holds:
            first.append(check)
        elif before is None or before.status is not check.status:
            yield _check(check, before)
    if first:
        held = "1 check was made and holds" if len(first) == 1 else f"{len(first)} checks were made and hold"
        yield Change(
            kind="check",
            text=f"{held}.",
            sources=(OnCheck(key=first[0].key), *(OnCheck(key=check.key) for check in first[1:])),
        )


def _check(check: Check, before: Check | None) -> Change:
    was, now = before and in_a_word(before), in_a_word(check)
    text = f"{check_label(check.key)}: {now}{f' (was {was})' if was else ''}."
    return Change(
        kind="check", key=check.key, text=text, before=was, after=now, sources=(OnCheck(key=check.key),)
    )


def in_a_word(check: Check) -> str:
    """How a check ended."""
    return "could not be made" if check.status.value == "error" else check.status.value.replace("_", " ")


def matches(span: Span) -> Iterator[Change]:
    """New likenesses to entries of watch lists, and what people made of them."""
    known = {match.pair for match in matches_of(span.before)}
    for match in matches_of(span.after):
        if match.pair not in known:
            text = f"New potential match: “{match.subject}” and “{match.listed}” ({match.source})."
            yield Change(kind="match", key=match.pair, text=text, sources=(OnCheck(key=SCREENING),))
    for event, body in span.of(MatchResolved):
        if span.after.resolutions.get(body.pair) == body.resolution:
            text = span.shown(resolved_in_words(body.resolution))
            yield Change(kind="match", key=body.pair, text=text, sources=on_events(event.seq))
    for event, body in span.of(MatchReopened):
        if body.pair not in span.after.resolutions:
            text = span.shown(f"A potential match is to be looked at again. {body.reason}")
            yield Change(kind="match", key=body.pair, text=text, sources=on_events(event.seq))


def risk(span: Span) -> Iterator[Change]:
    """The risk, where it is another."""
    was, now = span.before.scorecard, span.after.scorecard
    event = _last(span, RiskScored)
    if event is None or now is None or (was and was.in_words() == now.in_words()):
        return
    text = f"{now.in_words()}{f' (was {was.level} risk, {was.score:.2f})' if was else ''}."
    yield Change(
        kind="risk",
        text=text,
        before=was and was.in_words(),
        after=now.in_words(),
        sources=on_events(event),
    )


def recommendation(span: Span) -> Iterator[Change]:
    """What is recommended, where it is the other thing."""
    was, now = span.before.recommendation, span.after.recommendation
    event = _last(span, RecommendationMade)
    if event is None or now is None or (was and was.approve == now.approve):
        return
    before, after = was and recommended(was), recommended(now)
    text = f"Recommended: {after}{f' (was: {before})' if before else ''}."
    yield Change(kind="recommendation", text=text, before=before, after=after, sources=on_events(event))


def recommended(made: Recommendation) -> str:
    """A recommendation in words, within a sentence."""
    return "approve" if made.approve else "look closely before approving"


def verifications(span: Span) -> Iterator[Change]:
    """Checks that were made elsewhere."""
    for event, body in span.of(VerificationRecorded):
        text = span.shown(verification_in_words(span.after, body))
        yield Change(kind="verification", key=body.about[0], text=text, sources=on_events(event.seq))


def overrides(span: Span) -> Iterator[Change]:
    """Overrides that somebody recorded or took back."""
    for event, body in span.of(OverrideRecorded):
        if span.after.overrides.get(body.override.subject) == body.override:
            text = span.shown(in_words(body.override))
            yield Change(kind="override", key=body.override.subject, text=text, sources=on_events(event.seq))
    for event, body in span.of(OverrideWithdrawn):
        if body.subject not in span.after.overrides:
            text = span.shown(f"{subject_label(body.subject)}: the override was withdrawn. {body.reason}")
            yield Change(kind="override", key=body.subject, text=text, sources=on_events(event.seq))


def _last(span: Span, kind: type[RiskScored] | type[RecommendationMade]) -> int | None:
    return max((event.seq for event, _ in span.of(kind)), default=None)
