"""The merchant category code as staff see it: which it is, who confirmed it, and what else fits the words."""

from __future__ import annotations

from datetime import datetime

from cases.access import Role
from cases.fields.categories import candidates, category_name
from cases.policy import Policy
from cases.record import CaseRecord
from cases.restriction import restriction_of
from cases.sensitive import display
from desk.categorising import OPEN
from desk.rights import Reader
from desk.viewing import View


class CandidateView(View):
    """A category that fits what the merchant says they sell; ``score`` from 0 to 1."""

    code: str
    name: str
    score: float
    why: str


class ConfirmationView(View):
    """Who confirmed the category, and why."""

    by: str
    at: datetime
    reason: str


class ListedView(View):
    """A list of the policy that the line of business is on, and its rule."""

    kind: str
    label: str
    by: str
    rule: str


class CategoryPart(View):
    """The category of a case; ``asked``: whether the policy has a reviewer confirm it."""

    code: str | None
    name: str
    confirmed: ConfirmationView | None
    asked: bool
    candidates: tuple[CandidateView, ...]
    listed: tuple[ListedView, ...]


def category_part(record: CaseRecord, policy: Policy) -> CategoryPart:
    """What staff see of the line of business."""
    application, made = record.application, record.category
    told = "" if made is None else display(made.reason, record.secrets)
    fitting = candidates(application.business_type or "", application.website)
    return CategoryPart(
        code=application.mcc,
        name=category_name(application.mcc) if application.mcc else "",
        confirmed=made and ConfirmationView(by=made.by, at=made.at, reason=told),
        asked=policy.category.confirm,
        candidates=tuple(CandidateView.model_validate(one._asdict()) for one in fitting),
        listed=tuple(
            ListedView(kind=one.kind, label=one.line.label, by=one.by, rule=one.line.rule)
            for one in restriction_of(record, policy)
        ),
    )


def category_actions(reader: Reader) -> tuple[str, ...]:
    """What the reader may do about the category now."""
    record, person = reader.record, reader.person
    is_outsider = reader.is_staff and str(person.id) not in record.contributors
    may = is_outsider and person.has(Role.REVIEWER) and record.state in OPEN
    return ("confirm_category",) if may else ()
