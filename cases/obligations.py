"""The requirement ledger: every item that is needed now or later, how far it is, and by which rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from stdnum import numdb

from cases.application import FieldName
from cases.asking import later_of, required_of
from cases.checks import RequirementStatus
from cases.ownership.found import details_needed, found_owners, people_to_identify
from cases.participants import PersonalField, subject_of
from cases.policy import Policy
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.requirements import address_gaps, requirements
from cases.states import State

Rule = Literal[
    "given",
    "checking",
    "missing",
    "postponed",
    "absent",
    "incomplete",
    "overdue",
    "later",
    "identity",
    "other_account",
    "not_served",
    "requested",
]
"""Why an item stands as it does."""

LOCAL_ACCOUNT = (FieldName.ROUTING_NUMBER, FieldName.ACCOUNT_NUMBER)
DONE = frozenset(
    {RequirementStatus.SATISFIED, RequirementStatus.PENDING_VERIFICATION, RequirementStatus.NOT_REQUIRED}
)
_CHECKED_NOW = frozenset({State.CHECKING, State.CHECK_FAILED})


class Obligation(NamedTuple):
    """One item. ``subject``: the owner whom a detail is about. ``now``: whether it is needed to submit."""

    key: str
    field: FieldName | None
    status: RequirementStatus
    rule: Rule
    now: bool
    subject: str | None = None
    detail: PersonalField | None = None


def obligations(record: CaseRecord, policy: Policy, at: datetime | None = None) -> tuple[Obligation, ...]:
    """Everything that is asked of the merchant: the fields that are required first, then what comes later.

    An item is past due once half of the merchant's deadline has gone by since the case came back to
    them (``at``: the time; None tells nothing about that).
    """
    required = [_required(record, policy, name, at) for name in required_of(record, policy)]
    later = [_later(record, name) for name in later_of(record, policy)]
    accounts = _accounts(record, policy) if policy.eventually.payout_account else []
    details = _details(record, policy) if policy.ownership is None else _identities(record, policy, at)
    known = _with_requested(record, (*required, *later, *accounts, *details))
    return tuple(map(_spare, known)) if is_unserved(record, policy) else known


def _with_requested(record: CaseRecord, known: tuple[Obligation, ...]) -> tuple[Obligation, ...]:
    """With what a reviewer has asked for in the place of the same item, or behind all others."""
    request = record.information
    if request is None or request.ended:
        return known
    found = {_about(item): item for item in known}
    for place, asked in enumerate(request.asked):
        if asked.field or asked.detail:
            name = asked.field.value if asked.field else f"requested[{place}].{asked.detail}"
            item = Obligation(name, asked.field, *_REQUESTED, asked.subject, asked.detail)
            before = found.get(_about(item), item)
            found[_about(item)] = _as_requested(before, is_open=asked.key not in request.answers)
    return tuple(found.values())


_REQUESTED: tuple[RequirementStatus, Rule, bool] = (RequirementStatus.CURRENTLY_DUE, "requested", True)


def _about(item: Obligation) -> tuple[FieldName | None, str, PersonalField | None]:
    return item.field, subject_of(item.subject or ""), item.detail


def _as_requested(item: Obligation, *, is_open: bool) -> Obligation:
    if is_open:
        return item._replace(status=RequirementStatus.CURRENTLY_DUE, rule="requested", now=True)
    if item.status in DONE:
        return item._replace(now=True)
    return item._replace(status=RequirementStatus.SATISFIED, rule="given", now=True)


def _spare(item: Obligation) -> Obligation:
    """Nothing more is asked of a merchant whose line of business is not served."""
    if item.status in DONE:
        return item
    return item._replace(status=RequirementStatus.NOT_REQUIRED, rule="not_served", now=False)


def _required(record: CaseRecord, policy: Policy, name: FieldName, at: datetime | None) -> Obligation:
    status = {item.key: item.status for item in requirements(record, policy)}[name]
    if status is not RequirementStatus.CURRENTLY_DUE:
        return _given(record, name, now=True)
    if _is_overdue(record, policy, at):
        return Obligation(name.value, name, RequirementStatus.PAST_DUE, "overdue", now=True)
    rule: Rule = "postponed" if name in record.postponed else "missing"
    if name is FieldName.ADDRESS and address_gaps(record):
        rule = "incomplete"
    return Obligation(name.value, name, status, rule, now=True)


def _later(record: CaseRecord, name: FieldName) -> Obligation:
    if record.application.get(name) is not None or name in record.absent:
        return _given(record, name, now=False)
    rule: Rule = "postponed" if name in record.postponed else "later"
    return Obligation(name.value, name, RequirementStatus.EVENTUALLY_DUE, rule, now=False)


def _given(record: CaseRecord, name: FieldName, *, now: bool) -> Obligation:
    if record.application.get(name) is None:
        settled = RequirementStatus.SATISFIED if now else RequirementStatus.NOT_REQUIRED
        return Obligation(name.value, name, settled, "absent", now)
    if record.state in _CHECKED_NOW:
        return Obligation(name.value, name, RequirementStatus.PENDING_VERIFICATION, "checking", now)
    return Obligation(name.value, name, RequirementStatus.SATISFIED, "given", now)


def _accounts(record: CaseRecord, policy: Policy) -> list[Obligation]:
    """An account has one form: the one that was given, else the one of the country."""
    known, needed = record.application, required_of(record, policy)
    country = known.address.country if known.address else None
    if known.iban or (country and not any(map(known.get, LOCAL_ACCOUNT)) and has_iban(country)):
        wanted, other = (FieldName.IBAN,), LOCAL_ACCOUNT
    elif country or any(map(known.get, LOCAL_ACCOUNT)):
        wanted, other = LOCAL_ACCOUNT, (FieldName.IBAN,)
    else:
        return []
    spared = [
        Obligation(name.value, name, RequirementStatus.NOT_REQUIRED, "other_account", now=False)
        for name in other
        if name not in needed and known.get(name) is None
    ]
    return [*(_later(record, name) for name in wanted if name not in needed), *spared]


def has_iban(country: str) -> bool:
    """Whether accounts in the country (ISO 3166-1 alpha-2) have an IBAN, by SWIFT's registry."""
    return bool(numdb.get("iban").info(country)[0][1])


def _details(record: CaseRecord, policy: Policy) -> list[Obligation]:
    """Of each owner with a share of the policy's size; the number is asked for in the United States only."""
    address = record.application.address
    asked = [PersonalField.DATE_OF_BIRTH]
    if address is not None and address.country == "US":
        asked.append(PersonalField.SOCIAL_SECURITY_NUMBER)
    return [
        _detail(record, f"owners[{place}]", owner.name, detail, "later")
        for place, owner in enumerate(record.application.owners or ())
        if (owner.ownership_percent or 0) >= policy.eventually.owners_from
        for detail in asked
    ]


def _identities(record: CaseRecord, policy: Policy, at: datetime | None) -> list[Obligation]:
    """Of everybody who counts by the regime: owners at every level, and who runs the business."""
    found = found_owners(record, policy, (at or record.opened_at).date())
    if found is None:
        return []
    return [
        _detail(record, f"people[{place}]", name, detail, "identity")
        for place, name in enumerate(people_to_identify(found))
        for detail in details_needed(record, policy, name)
    ]


def _detail(record: CaseRecord, place: str, name: str, detail: PersonalField, why_open: Rule) -> Obligation:
    given = (subject_of(name), detail) in record.details
    status = RequirementStatus.SATISFIED if given else RequirementStatus.EVENTUALLY_DUE
    rule: Rule = "given" if given else why_open
    return Obligation(f"{place}.{detail.value}", None, status, rule, False, name, detail)


def _is_overdue(record: CaseRecord, policy: Policy, at: datetime | None) -> bool:
    if at is None or record.state is not State.NEEDS_INFORMATION or record.state_since is None:
        return False
    return at >= record.state_since + timedelta(days=policy.deadlines.merchant_days) / 2
