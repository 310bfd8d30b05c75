"""What a person does about an account that exists: suspend it, reinstate it, close it, each for a reason."""

from __future__ import annotations

from typing import Literal

from cases.access import Person
from cases.errors import Conflict
from cases.events import AccountJudged
from cases.resolutions import is_barred, open_matches
from cases.screening import SCREENING
from cases.states import State
from desk.draft import Draft
from desk.matching import reason_of
from desk.review import require_examiner

Act = Literal["suspended", "reinstated", "closed"]


def suspend(draft: Draft, person: Person, reason: str) -> None:
    """Put an active account on hold; its merchant reads no more than that."""
    _move(draft, person, "suspended", State.SUSPENDED, {State.ACTIVE}, reason)


def reinstate(draft: Draft, person: Person, reason: str) -> None:
    """Take a suspended account up again; Conflict ``checks_outstanding`` while a match is open or bars it."""
    if is_barred(draft.record) or open_matches(draft.record):
        require_examiner(draft, person)
        raise Conflict(
            "A potential match on a watch list is open, or a sanctions match is confirmed.",
            code="checks_outstanding",
            checks=[SCREENING],
        )
    _move(draft, person, "reinstated", State.ACTIVE, {State.SUSPENDED}, reason)


def close(draft: Draft, person: Person, reason: str) -> None:
    """Close an account, for good."""
    _move(draft, person, "closed", State.CLOSED, {State.ACTIVE, State.SUSPENDED}, reason)


def _move(draft: Draft, person: Person, act: Act, target: State, sources: set[State], reason: str) -> None:
    author = require_examiner(draft, person)
    draft.require_state(
        sources, code="not_possible_now", message=f"The account cannot be {act} as it stands."
    )
    why = reason_of(draft, reason)
    draft.add(AccountJudged(act=act, reason=why.text, secrets=why.secrets), author)
    draft.move(target, author)
