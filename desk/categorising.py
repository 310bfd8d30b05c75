"""The merchant category code, confirmed or corrected by a reviewer; rules and score go by it from then on."""

from __future__ import annotations

from cases.access import Person
from cases.application import FieldName
from cases.categories import check_category
from cases.errors import Conflict, Invalid
from cases.events import CategoryConfirmed, CheckMade
from cases.fields.categories import category_name
from cases.states import State
from desk.conversation import hide
from desk.draft import Draft
from desk.facts import recheck_if_material
from desk.review import require_reviewer, require_version

LONGEST_REASON = 1000
"""Characters."""

OPEN = frozenset({State.IN_REVIEW, State.AWAITING_SECOND_APPROVAL, State.CHECK_FAILED})
"""States in which a reviewer may say which category holds."""


def confirm_category(
    draft: Draft, person: Person, code: str, reason: str, version: int | None = None
) -> None:
    """Record which category holds, and why.

    The one that the application has changes nothing of it: its check holds from now on, and what follows
    is worked out again. Another one is a material change, as if the merchant had told it: a new version is
    checked, and a first approval of the old one is void. Raises Forbidden for one's own application;
    Conflict ``not_in_review``, ``stale_version`` or ``already_confirmed``; Invalid ``no_such_category``.
    """
    author = require_reviewer(draft, person)
    draft.require_state(OPEN, code="not_in_review", message="The case is not in review.")
    require_version(draft, version)
    if not category_name(code):
        raise Invalid(f"There is no merchant category code {code}.", code="no_such_category")
    if draft.record.category is not None and draft.record.category.code == code:
        raise Conflict("This category is confirmed already.", code="already_confirmed")
    if not reason.strip():
        raise Invalid("Please say why: the reason stays on record.", code="reason_needed")
    if len(reason) > LONGEST_REASON:
        raise Invalid(f"The reason is longer than {LONGEST_REASON:,} characters.", code="too_long")
    why = hide(draft, " ".join(reason.split()))
    confirmed = CategoryConfirmed(
        code=code,
        previous=draft.record.application.mcc,
        by_name=person.name,
        reason=why.text,
        secrets=why.secrets,
    )
    draft.add(confirmed, author)
    recheck_if_material(draft, author, FieldName.MCC)
    if draft.record.state in OPEN and draft.policy.category.confirm:
        draft.add(CheckMade(check=check_category(draft.record)), author)
        draft.enqueue("reassess")
