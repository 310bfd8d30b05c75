"""What follows from what people found about potential matches: the check's outcome, and the bar."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

from cases.checks import Check, CheckStatus
from cases.record import CaseRecord
from cases.screening import SCREENING, MatchVerdict, PotentialMatch, Resolution, Topic
from cases.states import State

Resolutions = Mapping[str, Resolution]


def matches_of(record: CaseRecord) -> tuple[PotentialMatch, ...]:
    """The potential matches of the last screening."""
    check = record.checks.get(SCREENING)
    return check.matches if check else ()


def open_matches(record: CaseRecord) -> tuple[PotentialMatch, ...]:
    """Those of them that nobody has looked at yet."""
    return tuple(match for match in matches_of(record) if match.pair not in record.resolutions)


def confirmed_matches(record: CaseRecord, topic: Topic | None = None) -> tuple[Resolution, ...]:
    """What a person confirmed, of one kind or all; also where the application has changed since."""
    confirmed = (r for r in record.resolutions.values() if r.verdict is MatchVerdict.TRUE_MATCH)
    return tuple(resolution for resolution in confirmed if topic in (None, resolution.match.topic))


def is_barred(record: CaseRecord) -> bool:
    """Whether a confirmed sanctions match bars every approval, for good (contract)."""
    return bool(confirmed_matches(record, Topic.SANCTION))


def awaits_second_look(record: CaseRecord) -> bool:
    """Whether somebody confirmed elsewhere what is still open here: nothing is approved before a look."""
    return any(match.confirmed and match.topic is Topic.SANCTION for match in open_matches(record))


GRANTED = frozenset(
    {State.APPROVED, State.PROVISIONING, State.PROVISIONING_FAILED, State.ACTIVE, State.SUSPENDED}
)
"""States behind an approval; what a later screening finds is a task for a person."""


def needs_look(record: CaseRecord) -> bool:
    """Whether a later screening found something, an active merchant is barred, or its review is due."""
    unseen = any(match.pair not in record.seen_matches for match in open_matches(record))
    barred = record.state is State.ACTIVE and is_barred(record)
    reviewed_again = record.state in (State.ACTIVE, State.SUSPENDED) and record.review_is_due
    return (record.state in GRANTED and unseen) or barred or reviewed_again


def lists_hash(versions: Mapping[str, str]) -> str:
    """A digest (hex) of the lists' versions by name."""
    return hashlib.sha256(json.dumps(versions, sort_keys=True).encode()).hexdigest()


def not_ruled_out(matches: Sequence[PotentialMatch], resolutions: Resolutions) -> tuple[PotentialMatch, ...]:
    """Those that are open or true."""
    found = ((match, resolutions.get(match.pair)) for match in matches)
    cleared = MatchVerdict.FALSE_POSITIVE
    return tuple(match for match, known in found if known is None or known.verdict is not cleared)


def outcome(matches: Sequence[PotentialMatch], resolutions: Resolutions) -> CheckStatus:
    """Held where every potential match is a false positive, failed with one that is open or true."""
    return CheckStatus.FAILED if not_ruled_out(matches, resolutions) else CheckStatus.HELD


def in_words(matches: Sequence[PotentialMatch], resolutions: Resolutions) -> str:
    """How many there are, and how many are left to look at."""
    if not matches:
        return "no potential match on the configured lists."
    found = len({match.subject for match in matches})
    total = f"{len(matches)} potential match(es) for {found} name(s)"
    verdicts = [resolutions[match.pair].verdict for match in matches if match.pair in resolutions]
    confirmed = verdicts.count(MatchVerdict.TRUE_MATCH)
    cleared = verdicts.count(MatchVerdict.FALSE_POSITIVE)
    left = len(matches) - len(verdicts)
    parts = (
        f"{confirmed} confirmed" if confirmed else "",
        f"{cleared} ruled out by a person" if cleared else "",
        f"{left} that a person has to look at" if left and verdicts else "",
        "a person has to look" if left and not verdicts else "",
    )
    return f"{total}; {', '.join(filter(None, parts))}."


def judged(check: Check, before: Resolutions, after: Resolutions) -> Check:
    """The check once more has been found about its matches; one that could not be made stays so."""
    reason = check.reason.replace(in_words(check.matches, before), in_words(check.matches, after))
    made = check.status in (CheckStatus.HELD, CheckStatus.FAILED)
    status = outcome(check.matches, after) if made else check.status
    return check.model_copy(update={"status": status, "reason": reason})
