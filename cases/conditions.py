"""Whether a condition of the policy holds for a case, and what in the case says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from cases.application import FieldName
from cases.checks import CheckStatus, Ground
from cases.figures import figure
from cases.ownership.found import declared_peps
from cases.participants import PersonalField
from cases.policy import Policy
from cases.policy.conditions import Condition, Figure
from cases.prohibition import why_not_served
from cases.record import CaseRecord
from cases.resolutions import confirmed_matches, open_matches
from cases.restriction import Restriction, restriction_of

Criterion = Callable[[CaseRecord, Condition, Policy], Iterator[Ground]]


def grounds(condition: Condition, record: CaseRecord, policy: Policy) -> tuple[Ground, ...]:
    """What the condition rests on in the case; empty where it does not hold."""
    found: list[Ground] = []
    for stated, criterion in _CRITERIA.items():
        if stated in condition.model_fields_set:
            met = tuple(criterion(record, condition, policy))
            if not met:
                return ()
            found += met
    for bounds, exceeds in ((condition.over, True), (condition.at_most, False)):
        for name, bound in bounds.items():
            known = figure(name, record.application, policy.rates).value
            if known is None or (known > bound) is not exceeds:
                return ()
            found.append(_of_figure(name, known, policy))
    return tuple(found)


def _of_figure(name: Figure, value: Decimal, policy: Policy) -> Ground:
    shown = f"{value:,.0f}"
    if name is not Figure.YEARS_IN_BUSINESS:
        shown = f"{shown} {policy.rates.base}"
    return Ground(kind="field", key=name.value, text=f"{name.value.replace('_', ' ').capitalize()}: {shown}")


def _countries(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    address = record.application.address
    if address is not None and address.country in condition.countries:
        yield Ground(kind="field", key=FieldName.ADDRESS.value, text=f"Address: {address.country}")
    for (subject, detail), entered in record.details.items():
        if detail is PersonalField.NATIONALITY and entered.value in condition.countries:
            key = f"{subject}.{detail.value}"
            yield Ground(kind="person", key=key, text=f"Nationality of an owner: {entered.value}")


def _categories(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    code = record.application.mcc
    if code in condition.mcc:
        yield Ground(kind="field", key=FieldName.MCC.value, text=f"Category {code}")


def _failed_checks(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    for key in condition.checks:
        check = record.checks.get(key)
        if check is not None and check.status is CheckStatus.FAILED:
            yield Ground(kind="check", key=key, text=check.reason)


def _findings(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    for check in record.checks.values():
        for finding in check.findings:
            if finding.code in condition.findings:
                yield Ground(kind="check", key=check.key, text=finding.text)


def _open_matches(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    for match in open_matches(record):
        if match.topic in condition.open_matches:
            text = f"“{match.subject}” is like “{match.listed}” on {match.source}"
            yield Ground(kind="match", key=match.pair, text=text)


def _true_matches(record: CaseRecord, condition: Condition, _: Policy) -> Iterator[Ground]:
    for resolution in confirmed_matches(record):
        match = resolution.match
        if match.topic in condition.true_matches:
            text = f"“{match.subject}” is “{match.listed}” on {match.source}, as a person confirmed"
            yield Ground(kind="match", key=match.pair, text=text)


def _declared_peps(record: CaseRecord, _: Condition, __: Policy) -> Iterator[Ground]:
    for subject in declared_peps(record):
        key = f"{subject}.{PersonalField.PEP_DECLARATION.value}"
        yield Ground(kind="person", key=key, text="Somebody behind the merchant declares it")


def _prohibited(record: CaseRecord, _: Condition, policy: Policy) -> Iterator[Ground]:
    if reason := why_not_served(record.application, policy.prohibited):
        yield Ground(kind="field", key=FieldName.BUSINESS_TYPE.value, text=reason)


def _restricted(record: CaseRecord, condition: Condition, policy: Policy) -> Iterator[Ground]:
    wanted = condition.restricted
    for found in restriction_of(record, policy):
        if found.kind == "restricted" and (wanted is True or (wanted and found.key in wanted)):
            yield _of_line(found)


def _registration(record: CaseRecord, _: Condition, policy: Policy) -> Iterator[Ground]:
    yield from (_of_line(found) for found in restriction_of(record, policy) if found.kind == "registration")


def _of_line(found: Restriction) -> Ground:
    text = f"{found.line.label}, by {found.by}"
    return Ground(kind="field", key=FieldName.BUSINESS_TYPE.value, text=text)


_CRITERIA: dict[str, Criterion] = {
    "countries": _countries,
    "mcc": _categories,
    "checks": _failed_checks,
    "findings": _findings,
    "open_matches": _open_matches,
    "true_matches": _true_matches,
    "declared_pep": _declared_peps,
    "prohibited": _prohibited,
    "restricted": _restricted,
    "registration": _registration,
}
