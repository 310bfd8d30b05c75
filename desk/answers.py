"""What an applicant has answered, as the form and the page that checks the answers show it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from babel.dates import format_time
from pydantic import BaseModel, ConfigDict

from cases.access import Person
from cases.application import NONE_IS_SAID, FieldName
from cases.asking import optional_of
from cases.checks import RequirementStatus
from cases.errors import NotFound
from cases.languages import Language
from cases.legal_forms import LegalForm
from cases.participants import PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.sensitive import mask
from cases.states import OPEN_FOR_FACTS, SUBMITTABLE
from desk.filling import choices, input_mode
from desk.findings import mendable
from desk.labels import IN_CLEAR, value_in_words
from desk.outstanding import SECURE, Kind, Ledger, OutstandingItem, outstanding_items
from desk.papers_wanted import PaperWanted, papers_wanted
from desk.wordbook import Wordbook, wordbook


class Answer(BaseModel):
    """One line: ``text`` is what stands in the form's field, ``shown`` what is read (masked), if anything.

    ``invite``: the owner who can be asked to fill it in instead. ``input_mode``: the keyboard that a
    telephone shows. ``none_label``: what says that there is none.
    """

    model_config = ConfigDict(frozen=True)

    key: str
    label: str
    why: str
    example: str
    reason: str
    problem: str | None
    kind: Kind
    group: str
    text: str
    shown: str | None
    absent: bool
    may_be_absent: bool
    due: bool
    invite: str | None = None
    input_mode: str = "text"
    choices: dict[str, str] = {}
    none_label: str = ""


class Answers(BaseModel):
    """Everything that the applicant was or will be asked; ``at`` is the time in their zone.

    ``asks_owners``: whether there is a page of owners and people to be filled in.
    """

    model_config = ConfigDict(frozen=True)

    case_id: UUID
    language: Language
    ledger: Ledger
    lines: tuple[Answer, ...]
    open: bool
    may_submit: bool
    application_hash: str
    at: str
    asks_owners: bool
    papers: tuple[PaperWanted, ...]


def answers_of(record: CaseRecord, person: Person, policy: Policy, now: datetime) -> Answers:
    """The applicant's own answers; raises NotFound for everybody else."""
    if record.opened_by != person.id:
        raise NotFound("There is no such case.")
    words = wordbook(record.language)
    ledger = outstanding_items(record, policy, words, now)
    lines = (*_from_ledger(record, person, policy, ledger), *_besides(record, policy, ledger, words))
    return Answers(
        case_id=record.id,
        language=record.language,
        ledger=ledger,
        lines=tuple(_to_be_filled_in(line, words) for line in lines),
        open=record.state in OPEN_FOR_FACTS,
        may_submit=record.state in SUBMITTABLE,
        application_hash=policy.application_hash(record.told, record.parties),
        asks_owners=policy.ownership is not None,
        papers=papers_wanted(record, policy, words),
        at=format_time(now, "short", ZoneInfo(record.time_zone or "UTC"), record.language),
    )


def _to_be_filled_in(line: Answer, words: Wordbook) -> Answer:
    """With how it is filled in."""
    is_told = line.key in {name.value for name in NONE_IS_SAID}
    none_label = words("form.none_of_it" if is_told else "form.none")
    how = {"input_mode": input_mode(line.key), "choices": choices(line.key, words), "none_label": none_label}
    return line.model_copy(update=how)


def _from_ledger(record: CaseRecord, person: Person, policy: Policy, ledger: Ledger) -> list[Answer]:
    lines: list[Answer] = []
    for item in ledger.items:
        field = FieldName(item.key) if item.subject is None else None
        spared = item.status is RequirementStatus.NOT_REQUIRED and field not in record.absent
        if spared:
            continue
        shown = _shown(record, field) if field else _detail_shown(record, item)
        is_another = item.subject is not None and subject_of(item.subject) != subject_of(person.name)
        lines.append(
            Answer(
                **item.model_dump(include={"key", "label", "why", "example", "reason", "problem", "kind"}),
                group="now" if item.needed_now else "later",
                text=_text(record, field) if field else "",
                shown=shown,
                absent=field in record.absent,
                may_be_absent=field is not None and policy.may_lack(field),
                due=item.status in (RequirementStatus.CURRENTLY_DUE, RequirementStatus.PAST_DUE),
                invite=item.subject if is_another and shown is None else None,
            )
        )
    return lines


def _besides(record: CaseRecord, policy: Policy, ledger: Ledger, words: Wordbook) -> list[Answer]:
    """What is taken where it is offered."""
    listed = {item.key for item in ledger.items}
    return [
        Answer(
            key=name.value,
            label=words(f"field.{name.value}"),
            why=words(f"ledger.why_{name.value}"),
            example=words(f"ledger.example_{name.value}"),
            reason="",
            problem=mendable(record, name, words),
            kind="text",
            group="besides",
            text=_text(record, name),
            shown=_shown(record, name),
            absent=name in record.absent,
            may_be_absent=policy.may_lack(name),
            due=False,
        )
        for name in optional_of(record, policy)
        if name.value not in listed and name not in SECURE
    ]


def _detail_shown(record: CaseRecord, item: OutstandingItem) -> str | None:
    detail = PersonalField(item.key.rpartition(".")[2])
    known = record.details.get((subject_of(item.subject or ""), detail))
    if known is None:
        return None
    return wordbook(record.language)("part.given_by_other") if known.by in record.others else "••••"


def _shown(record: CaseRecord, name: FieldName) -> str | None:
    if name in record.entered_by_others:
        return wordbook(record.language)("part.given_by_other")
    value = record.told.get(name)
    if isinstance(value, str) and name in SECURE:
        masked = mask(name, value)
        return masked if masked != value else f"•••• {value[-4:]}"
    return value_in_words(
        name, value, currency=record.told.currency, clear=IN_CLEAR, language=record.language
    )


def _text(record: CaseRecord, name: FieldName) -> str:
    """What can be sent back as it stands; nothing for what is never shown again."""
    value = record.told.get(name)
    if value is None or name in SECURE:
        return ""
    if isinstance(value, tuple):
        shares = ((o.name, o.ownership_percent) for o in value)
        return "\n".join(n if share is None else f"{n} {share:g} %" for n, share in shares)
    if isinstance(value, int | LegalForm):
        return str(value)
    return value_in_words(name, value, clear=IN_CLEAR, language=record.language) or ""
