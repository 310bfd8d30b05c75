"""The lines of the merchant's card: each item of the ledger with its value, and how to fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from cases.application import Address, FieldName, Owner
from cases.checks import RequirementStatus
from cases.information import is_about
from cases.participants import PersonalField
from cases.record import CaseRecord
from cases.requirements import ESSENTIAL
from desk.answers import Answer, Answers
from desk.filling import input_mode
from desk.origins import Origin
from desk.outstanding import OutstandingItem
from desk.wordbook import Wordbook

Shape = Literal["text", "amount", "address", "owners", "secure", "date", "choice"]
"""How a field is filled in; a date is one that is masked as any other secure field.

A choice is one of ``choices``: what is sent, and what is read of it.
"""

_DUE = frozenset({RequirementStatus.CURRENTLY_DUE.value, RequirementStatus.PAST_DUE.value})


class OwnLine(BaseModel):
    """One item: how it stands, its value (masked), and how to fill it in.

    ``group``: needed now or later, about the people behind the business (where a regime says who counts),
    taken besides, spared, or requested by a reviewer. ``text`` (for an address ``parts``, for
    owners ``rows``) is what its field begins with; a secure one begins empty. ``input_mode``: the
    keyboard that a telephone shows. ``subject``: the owner whom a detail is about; ``invite`` names them
    in words where they can be asked to fill it in instead.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    label: str
    subject: str | None
    status: str
    status_label: str
    group: str
    value: str | None
    why: str
    example: str
    reason: str
    problem: str | None
    shape: Shape
    input_mode: str
    text: str
    parts: dict[str, str | None]
    rows: tuple[Owner, ...]
    choices: dict[str, str] = {}
    may_be_absent: bool
    none_label: str
    may_be_postponed: bool
    invite: str | None
    origin: Origin | None


def own_lines(
    record: CaseRecord, answers: Answers, origins: Mapping[FieldName, Origin], words: Wordbook
) -> tuple[OwnLine, ...]:
    """Every item that is or was asked for, and behind them those that were spared."""
    items = {item.key: item for item in answers.ledger.items}
    # The currency is read, and filled in, beside the revenue.
    listed = [answer for answer in answers.lines if answer.key != FieldName.CURRENCY]
    shown = {answer.key for answer in listed}
    return (
        *(
            _line(record, answer, items.get(answer.key), origins, words, by_regime=answers.asks_owners)
            for answer in listed
        ),
        *(_spared(item, words) for item in answers.ledger.items if item.key not in shown),
    )


def _line(
    record: CaseRecord,
    answer: Answer,
    item: OutstandingItem | None,
    origins: Mapping[FieldName, Origin],
    words: Wordbook,
    *,
    by_regime: bool,
) -> OwnLine:
    name = FieldName(answer.key) if item is None or item.subject is None else None
    status = item.status.value if item else "satisfied" if answer.shown else "optional"
    of_people = by_regime and name is None
    is_owed = of_people and status == RequirementStatus.EVENTUALLY_DUE.value
    requested = _is_requested(record, answer, item)
    asks_again = status in _DUE and not requested and name not in ESSENTIAL and name not in record.postponed
    return OwnLine(
        **answer.model_dump(include={"key", "label", "why", "reason", "problem", "text"}),
        group="requested" if requested else "people" if of_people else answer.group,
        subject=item.subject if item else None,
        status=status,
        status_label=words(f"card.status_{'currently_due' if is_owed else status}"),
        value=_value(record, answer, name, words),
        example=words("form.example", example=answer.example),
        shape=_shape(answer),
        input_mode=answer.input_mode,
        parts=(record.told.address or Address()).model_dump() if answer.kind == "address" else {},
        rows=(record.told.owners or ()) if answer.kind == "owners" else (),
        choices=answer.choices,
        may_be_absent=answer.may_be_absent and answer.shown is None and not answer.absent and not requested,
        none_label=answer.none_label,
        may_be_postponed=asks_again,
        invite=words("part.invite_owner", name=answer.invite) if answer.invite else None,
        origin=origins.get(name) if name else None,
    )


def _is_requested(record: CaseRecord, answer: Answer, item: OutstandingItem | None) -> bool:
    """Whether it stands in a reviewer's request, where it is answered."""
    request = record.information
    if request is None or request.ended:
        return False
    if item is not None and item.subject is not None:
        detail = PersonalField(answer.key.rpartition(".")[2])
        return any(is_about(asked, item.subject, detail) for asked in request.asked)
    return any(asked.field == answer.key for asked in request.asked)


def _spared(item: OutstandingItem, words: Wordbook) -> OwnLine:
    """What need not be given, and why not."""
    return OwnLine(
        **item.model_dump(include={"key", "label", "subject", "why", "reason", "problem"}),
        status=item.status.value,
        status_label=words(f"card.status_{item.status.value}"),
        group="spared",
        value=None,
        example=words("form.example", example=item.example),
        shape="secure",
        input_mode=input_mode(item.key),
        text="",
        parts={},
        rows=(),
        may_be_absent=False,
        none_label="",
        may_be_postponed=False,
        invite=None,
        origin=None,
    )


def _value(record: CaseRecord, answer: Answer, name: FieldName | None, words: Wordbook) -> str | None:
    if name in record.entered_by_others:
        return words("part.given_by_other")
    if answer.shown is None and answer.absent:
        return words("card.none")
    return answer.shown


def _shape(answer: Answer) -> Shape:
    if answer.key == FieldName.ANNUAL_REVENUE:
        return "amount"
    if answer.key.endswith(PersonalField.DATE_OF_BIRTH):
        return "date"
    if answer.choices:
        return "choice"
    return answer.kind
