"""The requirement ledger in its reader's words: with why, an example and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, cast

from babel import Locale
from pydantic import BaseModel, ConfigDict

from cases.application import FieldName
from cases.checks import RequirementStatus
from cases.obligations import DONE, Obligation, obligations
from cases.policy import Policy
from cases.prohibition import is_unserved
from cases.record import CaseRecord
from cases.requirements import address_gaps
from desk.at_hand import TAX_NUMBERS, papers_of
from desk.findings import mendable
from desk.wordbook import Wordbook

Kind = Literal["text", "address", "owners", "secure"]

SECURE = frozenset({FieldName.TAX_ID, FieldName.IBAN, FieldName.ROUTING_NUMBER, FieldName.ACCOUNT_NUMBER})
"""Fields that are entered masked, and never shown again whole."""


class OutstandingItem(BaseModel):
    """One item of the ledger in the reader's words; ``problem`` is what is wrong with what was sent."""

    model_config = ConfigDict(frozen=True)

    key: str
    label: str
    status: RequirementStatus
    reason: str
    why: str
    example: str
    problem: str | None
    kind: Kind
    needed_now: bool
    subject: str | None = None


class Ledger(BaseModel):
    """All items; ``done`` of ``total`` count what is needed now, ``later`` what comes later."""

    model_config = ConfigDict(frozen=True)

    items: tuple[OutstandingItem, ...]
    done: int
    total: int
    later: int
    grew: str | None


def outstanding_items(
    record: CaseRecord, policy: Policy, words: Wordbook, at: datetime | None = None
) -> Ledger:
    """The ledger in a language; ``at`` is the time, by which something can be past due."""
    known = obligations(record, policy, at)
    now = [item for item in known if item.now]
    served = not is_unserved(record, policy)
    return Ledger(
        items=tuple(_item(record, item, words, served=served) for item in known),
        done=sum(item.status in DONE for item in now),
        total=len(now),
        later=sum(item.status is RequirementStatus.EVENTUALLY_DUE for item in known),
        grew=_grew(record, known, words),
    )


def _item(record: CaseRecord, item: Obligation, words: Wordbook, *, served: bool) -> OutstandingItem:
    name = item.field.value if item.field else str(item.detail)
    label = words(f"field.{name}") if item.field else words(f"ledger.label_{name}", owner=item.subject)
    return OutstandingItem(
        key=item.key,
        label=label,
        status=item.status,
        reason=words(f"ledger.rule_{item.rule}"),
        why=words(f"ledger.why_{name}"),
        example=_example(record, item, words) or words(f"ledger.example_{name}"),
        problem=_problem(record, item, words, served=served),
        kind=_kind(item),
        needed_now=item.now,
        subject=item.subject,
    )


def _example(record: CaseRecord, item: Obligation, words: Wordbook) -> str | None:
    """An example of the merchant's own country and line of business, where one is known."""
    if item.field is FieldName.TAX_ID:
        return TAX_NUMBERS.get(_country(record) or "")
    if item.field is FieldName.BUSINESS_LICENSE:
        return papers_of(words, _country(record), record.application.mcc)
    return None


def _kind(item: Obligation) -> Kind:
    if item.field is FieldName.ADDRESS:
        return "address"
    if item.field is FieldName.OWNERS:
        return "owners"
    return "secure" if item.field is None or item.field in SECURE else "text"


def _problem(record: CaseRecord, item: Obligation, words: Wordbook, *, served: bool) -> str | None:
    if item.field is FieldName.BUSINESS_TYPE and not served:
        return words("ledger.not_served")
    if item.field is None:
        return None
    missing = [words(f"ledger.part_{part}") for part in address_gaps(record)]
    if item.field is FieldName.ADDRESS and missing:
        return words("ledger.incomplete", parts=", ".join(missing))
    return mendable(record, item.field, words)


def _grew(record: CaseRecord, known: tuple[Obligation, ...], words: Wordbook) -> str | None:
    """Why there is more than before, where what was told last is the reason."""
    last = max((where.source_seq for where in record.provenance.values()), default=0)
    fresh = {name for name, where in record.provenance.items() if where.source_seq == last}
    due = [item for item in known if item.status is RequirementStatus.EVENTUALLY_DUE]
    owners = {item.subject for item in due if item.subject}
    if FieldName.OWNERS in fresh and owners:
        return words("ledger.grew_owners", names=", ".join(sorted(filter(None, owners))))
    country = _country(record)
    accounts = {FieldName.IBAN, FieldName.ROUTING_NUMBER, FieldName.ACCOUNT_NUMBER}
    if FieldName.ADDRESS in fresh and country and any(item.field in accounts for item in due):
        territories = cast("Mapping[str, str]", Locale(words.language).territories)
        name = territories.get(country, country)
        return words("ledger.grew_country", country=name)
    return None


def _country(record: CaseRecord) -> str | None:
    address = record.application.address
    return address.country if address else None
