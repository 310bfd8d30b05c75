"""What the policy still needs from the merchant."""

from __future__ import annotations

from cases.application import FieldName
from cases.asking import required_of
from cases.checks import Requirement, RequirementStatus
from cases.policy import Policy
from cases.record import CaseRecord

ESSENTIAL = (FieldName.MERCHANT_NAME, FieldName.EMAIL)
"""Without these there is no application to submit at all."""


def requirements(record: CaseRecord, policy: Policy) -> tuple[Requirement, ...]:
    """One entry for each field that the policy needs or a reviewer has asked for, in the order of asking."""
    names = dict.fromkeys((*required_of(record, policy), *sorted(requested_fields(record))))
    return tuple(_requirement(record, policy, name) for name in names)


def requested_fields(record: CaseRecord) -> frozenset[FieldName]:
    """The fields that a reviewer has asked for and the merchant has not answered yet."""
    return record.information.open_fields if record.information else frozenset()


def outstanding(record: CaseRecord, policy: Policy) -> tuple[FieldName, ...]:
    """The fields that are still owed, in the order in which they are asked."""
    due = RequirementStatus.CURRENTLY_DUE
    return tuple(item.key for item in requirements(record, policy) if item.status is due)


def _requirement(record: CaseRecord, policy: Policy, name: FieldName) -> Requirement:
    value = record.application.get(name)
    if name in requested_fields(record):
        reason = "A reviewer has asked for it."
        return Requirement(key=name, status=RequirementStatus.CURRENTLY_DUE, reason=reason)
    if name is FieldName.ADDRESS and (gap := _address_gap(record)):
        return Requirement(key=name, status=RequirementStatus.CURRENTLY_DUE, reason=gap)
    if value is not None:
        reason = "Given by the merchant."
        return Requirement(key=name, status=RequirementStatus.SATISFIED, reason=reason)
    if name in record.absent and policy.may_lack(name):
        reason = "The merchant says that there is none."
        return Requirement(key=name, status=RequirementStatus.SATISFIED, reason=reason)
    return Requirement(key=name, status=RequirementStatus.CURRENTLY_DUE, reason="Not given yet.")


def _address_gap(record: CaseRecord) -> str | None:
    missing = address_gaps(record)
    return f"Still needed: {', '.join(missing)}." if missing else None


def address_gaps(record: CaseRecord) -> tuple[str, ...]:
    """The parts that an address was given without; none where there is no address at all."""
    address = record.application.address
    if address is None:
        return ()
    parts = {"street": address.line1, "city": address.city, "country": address.country}
    return tuple(name for name, part in parts.items() if part is None)
