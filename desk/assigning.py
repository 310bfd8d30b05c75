"""Whose case it is: taken on, given back, given to somebody.

A lead is whoever has the role ``compliance``: they may give any case to another reviewer. A reviewer gives
away their own, or one that is nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from cases.access import Person, Role
from cases.appeals import decliners
from cases.assignment import Colleague, holder, is_open, lightest, may_review, today
from cases.errors import Conflict, Forbidden, Invalid
from cases.events import CaseAssigned, CaseClaimed, CaseReleased
from cases.events.assignment import AssignedBy
from desk.conversation import Hidden
from desk.draft import DESK, Author, Draft
from desk.matching import reason_of
from desk.review import require_examiner, require_reviewer

LEADS = frozenset({Role.COMPLIANCE})
"""Who leads the reviewers: sees the whole team, and gives anybody's case to another."""

_NO_WORDS = Hidden("", {}, 0)
_NO_NAMES: Mapping[UUID, str] = {}


def claim(draft: Draft, person: Person, holders: Mapping[UUID, str] = _NO_NAMES) -> None:
    """Take the case on; raises Conflict ``claimed`` while it is somebody else's.

    ``holders``: the names of those whose it may be.
    """
    author = require_reviewer(draft, person)
    _require_open(draft)
    if person.id in decliners(draft.record):
        raise Forbidden("You declined this application; somebody else looks at the appeal.")
    theirs = holder(draft.record, draft.lease, draft.now)
    if theirs == person.id:
        return
    if theirs is not None:
        raise _is_claimed(draft, holders.get(theirs, "Somebody"))
    draft.add(CaseClaimed(by=person.id, name=person.name), author)


def release(draft: Draft, person: Person, reason: str = "") -> None:
    """Give the case back to all; raises Forbidden where it is not the person's own."""
    author = require_reviewer(draft, person)
    if holder(draft.record, draft.lease, draft.now) != person.id:
        raise Forbidden("This case is not yours to give back.", code="not_yours")
    why = reason_of(draft, reason) if reason.strip() else _NO_WORDS
    draft.add(
        CaseReleased(
            person_id=person.id, name=person.name, why="given_back", reason=why.text, secrets=why.secrets
        ),
        author,
    )


def assign(
    draft: Draft, person: Person, team: Sequence[Colleague], to: UUID | None, reason: str
) -> Colleague:
    """Give the case to a reviewer, or (None) to who has the fewest open ones; returns to whom.

    Raises Forbidden for somebody else's case, where the person is no lead; Conflict ``away``,
    ``not_for_them``, ``already_theirs`` or ``nobody_there``; Invalid ``no_reviewer``, ``reason_needed``.
    """
    author = require_examiner(draft, person)
    _require_open(draft)
    theirs = holder(draft.record, draft.lease, draft.now)
    if theirs not in (None, person.id) and not person.has(*LEADS):
        raise Forbidden("This is a colleague's case; only they or a lead can give it away.", code="not_yours")
    chosen = _chosen(draft, team, to, theirs)
    why = reason_of(draft, reason) if theirs is not None or reason.strip() else _NO_WORDS
    give(draft, chosen, "choice" if to else "load", author, why)
    return chosen


def give(
    draft: Draft, to: Colleague, how: AssignedBy, author: Author = DESK, why: Hidden = _NO_WORDS
) -> None:
    """Record that the case is somebody's now."""
    given = CaseAssigned(
        to=to.id,
        name=to.name,
        previous=draft.record.assignee,
        how=how,
        reason=why.text,
        secrets=why.secrets,
    )
    draft.add(given, author)


def _require_open(draft: Draft) -> None:
    if not is_open(draft.record, draft.now):
        state = draft.record.state.value
        raise Conflict("Nobody works on this case any more.", code="not_possible_now", state=state)


def _chosen(draft: Draft, team: Sequence[Colleague], to: UUID | None, theirs: UUID | None) -> Colleague:
    day = today(draft.now, draft.policy)
    if to is None:
        others = [each for each in team if each.id != theirs]
        chosen = lightest(draft.record, others, day)
        if chosen is None:
            raise Conflict("Nobody is there who may review this case.", code="nobody_there")
        return chosen
    chosen = next((each for each in team if each.id == to), None)
    if chosen is None:
        raise Invalid("This is no reviewer whose account is open.", code="no_reviewer")
    if chosen.id == theirs:
        raise Conflict(f"The case is {chosen.name}’s already.", code="already_theirs")
    if not may_review(draft.record, chosen.id):
        raise Conflict(f"{chosen.name} may not review this case.", code="not_for_them")
    if chosen.is_away(day):
        raise Conflict(f"{chosen.name} is out of office.", code="away")
    return chosen


def _is_claimed(draft: Draft, name: str) -> Conflict:
    until = draft.lease.until if draft.lease else None
    when = until and until.isoformat(timespec="seconds")
    return Conflict(f"{name} works on this case.", code="claimed", held_by=name, held_until=when)
