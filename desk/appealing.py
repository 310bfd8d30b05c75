"""The merchant's appeal against a decline: the case is reviewed again, by somebody else."""

from __future__ import annotations

from cases.access import Audience, Person
from cases.appeals import may_appeal
from cases.errors import Conflict, Invalid
from cases.events import AppealMade
from cases.states import State
from desk.conversation import clean, hide, require_merchant_of
from desk.draft import Draft


def appeal(draft: Draft, person: Person, text: str) -> None:
    """Ask for a second decision, in the merchant's own words; once for each decline.

    Raises Conflict ``not_possible_now`` where nothing is declined, ``too_late`` behind the last day;
    Invalid ``reason_needed``.
    """
    author = require_merchant_of(draft, person)
    draft.require_state(
        {State.REJECTED}, code="not_possible_now", message="Only a declined application can be appealed."
    )
    if not may_appeal(draft.record, draft.policy, draft.now.date()):
        raise Conflict("The time for an appeal is over.", code="too_late")
    if not text.strip():
        raise Invalid("Please say what we should look at again.", code="reason_needed")
    hidden = hide(draft, clean(text))
    draft.add(AppealMade(text=hidden.text, secrets=hidden.secrets), author, Audience.EVERYONE)
    draft.move(State.IN_REVIEW, author)
