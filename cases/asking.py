"""What a policy asks of one case: what it asks of everybody, and what its additions ask besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cases.application import FieldName
from cases.documents import DocumentKind
from cases.policy import Policy
from cases.policy.business import Addition, Circumstances
from cases.record import CaseRecord
from cases.restriction import Restriction, restriction_of


class Extra(NamedTuple):
    """What is asked for besides, and the policy's rule for it. ``now``: needed to submit.

    ``on_risk``: the rule goes by the risk level, which its merchant does not read.
    """

    fields: tuple[FieldName, ...]
    documents: tuple[DocumentKind, ...]
    now: bool
    rule: str
    on_risk: bool = False


def required_of(record: CaseRecord, policy: Policy) -> tuple[FieldName, ...]:
    """The fields that this case needs before it is submitted, in the order in which they are asked."""
    return _once((*policy.required, *(name for extra in extras_of(record, policy) for name in _now(extra))))


def later_of(record: CaseRecord, policy: Policy) -> tuple[FieldName, ...]:
    """The fields that this case needs later on."""
    later = (name for extra in extras_of(record, policy) if not extra.now for name in extra.fields)
    needed = required_of(record, policy)
    return tuple(name for name in _once((*policy.eventually.fields, *later)) if name not in needed)


def optional_of(record: CaseRecord, policy: Policy) -> tuple[FieldName, ...]:
    """The fields that are taken from this case where they are offered."""
    needed = required_of(record, policy)
    return tuple(name for name in policy.optional if name not in needed)


def documents_of(record: CaseRecord, policy: Policy) -> dict[DocumentKind, Extra]:
    """The kinds of document that this case is asked for, each with the first addition that asks for it."""
    found: dict[DocumentKind, Extra] = {}
    for extra in sorted(extras_of(record, policy), key=lambda extra: not extra.now):
        for kind in extra.documents:
            found.setdefault(kind, extra)
    return found


def extras_of(record: CaseRecord, policy: Policy) -> tuple[Extra, ...]:
    """What is asked of this case besides, by the policy's additions and by its listed lines."""
    found = restriction_of(record, policy)
    lines = (Extra(one.line.needed, one.line.documents, True, one.line.rule) for one in found)
    return (*additions_of(record, policy), *lines)


def additions_of(record: CaseRecord, policy: Policy) -> tuple[Extra, ...]:
    """What the policy's additions that hold for this case ask."""
    found = restriction_of(record, policy) if policy.more else ()
    return tuple(_extra(each) for each in policy.more if _holds(each.when, record, policy, found))


def _extra(addition: Addition) -> Extra:
    on_risk = bool(addition.when.tier)
    return Extra(addition.fields, addition.documents, addition.due == "now", addition.rule, on_risk)


def _now(extra: Extra) -> tuple[FieldName, ...]:
    return extra.fields if extra.now else ()


def holds(when: Circumstances, record: CaseRecord, policy: Policy) -> bool:
    """Whether the circumstances are those of this case."""
    return _holds(when, record, policy, restriction_of(record, policy))


def _holds(when: Circumstances, record: CaseRecord, policy: Policy, found: tuple[Restriction, ...]) -> bool:
    return all(_answers(when, record, policy, found))


def _answers(
    when: Circumstances, record: CaseRecord, policy: Policy, found: tuple[Restriction, ...]
) -> Iterator[bool]:
    known = record.application
    if when.country:
        yield known.address is not None and known.address.country in when.country
    if when.legal_form:
        yield known.legal_form in when.legal_form
    if when.mcc:
        yield known.mcc in when.mcc
    if when.restricted:
        keys = {one.key for one in found if one.kind == "restricted"}
        yield bool(keys) if when.restricted is True else bool(keys.intersection(when.restricted))
    if when.registration:
        yield any(one.kind == "registration" for one in found)
    if when.revenue_over is not None:
        revenue = known.annual_revenue
        in_base = None if revenue is None else policy.rates.to_base(revenue, known.currency)
        yield in_base is not None and in_base > when.revenue_over
    if when.tier:
        yield record.scorecard is not None and record.scorecard.level in when.tier


def _once(names: tuple[FieldName, ...]) -> tuple[FieldName, ...]:
    return tuple(dict.fromkeys(names))
