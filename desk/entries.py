"""What somebody on the merchant's side fills in rather than tells: read strictly, never before a model."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Literal
from uuid import UUID

from cases.access import Audience, Person, Role
from cases.application import NONE_IS_SAID, Address, FactValue, FieldName, Owner
from cases.errors import Invalid, OnboardError
from cases.events import AbsenceDeclared, EntryMade, FactRecorded, ItemPostponed, PersonalDetailEntered
from cases.fields import Context, mcc_candidates, parse_stated, says_none
from cases.ownership.of_case import party_named
from cases.participants import PersonalField, subject_of
from cases.personal_details import parse_detail
from cases.requirements import ESSENTIAL
from cases.sensitive import FIELD_KINDS, Kind, drop_cards, neutralise, tokenise
from cases.sensitive.kinds import TOKEN, token
from cases.states import OPEN_FOR_FACTS
from desk import facts
from desk.conversation import require_merchant_of
from desk.draft import Author, Draft, author_of
from desk.information_answers import confirm_field
from desk.owners_wanted import tell_of_owners
from desk.unserved import tell_if_unserved
from desk.wordbook import wordbook

Via = Literal["form", "card", "secure", "part", "owners"]
Entered = str | int | float | Address | list[Owner]
Errors = dict[str, str]
"""What is wrong with a field, by its name, for the person who filled it in."""


def raise_wrong(wrong: Errors) -> None:
    """Raise Invalid with ``errors`` where there is something that could not be used."""
    if wrong:
        errors = [{"field": name, "message": text} for name, text in wrong.items()]
        raise Invalid(" ".join(wrong.values()), errors=errors)


def enter(
    draft: Draft,
    person: Person,
    values: Mapping[FieldName, Entered],
    *,
    via: Via,
    absent: Collection[FieldName] = (),
    postponed: Collection[FieldName] = (),
) -> Errors:
    """Record what the applicant filled in; what cannot be used is returned with its reason.

    A material change after submission has everything checked again, as a told one has.
    """
    author = require_merchant_of(draft, person)
    _require_open(draft)
    none = {name for name in NONE_IS_SAID if says_none(values.get(name))}
    told = {name: value for name, value in values.items() if name not in none}
    errors = record_entry(draft, author, told, via=via)
    for name in (*absent, *sorted(none)):
        _record_absent(draft, author, name, via)
    for name in postponed:
        _record_postponed(draft, author, name, via)
    return errors


def enter_detail(draft: Draft, person: Person, subject: str, field: PersonalField, text: str) -> None:
    """Record a detail of somebody behind the merchant, entered in a secure field; raises Invalid.

    Where the policy has rules on owners, a reviewer may do so as well.
    """
    author = _who_enters(draft, person)
    _require_open(draft)
    known = party_named(draft.record, subject)
    if known is None:
        raise Invalid("There is nobody of that name in this application.", code="unknown_owner")
    record_detail(draft, author, person.id, known.name, field, text)


def _who_enters(draft: Draft, person: Person) -> Author:
    is_own = draft.record.opened_by == person.id
    if draft.policy.ownership is None or is_own or not person.has(Role.REVIEWER):
        return require_merchant_of(draft, person)
    return author_of(person, draft.record)


def enter_part(
    draft: Draft,
    author: Author,
    participant: UUID,
    name: str,
    *,
    figures: Mapping[FieldName, str],
    details: Mapping[PersonalField, str],
) -> Errors:
    """Record what a participant filled in; nobody on the merchant's side but they themselves reads it."""
    errors = record_entry(
        draft, author, figures, via="part", audience=Audience.PARTICIPANT, participant=participant
    )
    for field, text in details.items():
        try:
            record_detail(draft, author, participant, name, field, text)
        except OnboardError as error:
            errors[field.value] = str(error)
    return errors


def record_entry(
    draft: Draft,
    author: Author,
    values: Mapping[FieldName, Entered],
    *,
    via: Via,
    audience: Audience = Audience.EVERYONE,
    participant: UUID | None = None,
) -> Errors:
    """Record fields that somebody filled in who may; what cannot be used comes back with its reason."""
    stated, errors = _parse(draft, values)
    changed = {name: value for name, value in stated.items() if not _is_known(draft, author, name, value)}
    for name in stated.keys() - changed.keys():
        confirm_field(draft, author, name)
    if not changed:
        return errors
    entry = _hidden(draft, {name: values[name] for name in changed}, via)
    before = draft.record.application
    made = draft.add(entry, author, audience, participant)
    shown: dict[str, str] = json.loads(entry.text)
    for name, value in _complete(draft, changed).items():
        before = draft.record.application if participant else draft.record.told
        fact = FactRecorded(
            field=name,
            value=value,
            previous=before.get(name),
            source_seq=made.seq,
            quote=str(shown.get(name.value, "")),
            certainty="entered",
        )
        draft.add(fact, author, audience, participant)
    for name in changed:
        facts.recheck_if_material(draft, author, name)
    if not tell_if_unserved(draft, before) and via != "owners":
        tell_of_owners(draft)
    return errors


def _record_absent(draft: Draft, author: Author, name: FieldName, via: Via) -> None:
    record = draft.record
    if not draft.policy.may_lack(name) or name in record.absent:
        return
    if record.application.get(name) is not None:
        return
    entry = EntryMade(text=json.dumps({name.value: None}), via=via)
    made = draft.add(entry, author, Audience.EVERYONE)
    draft.add(AbsenceDeclared(field=name, source_seq=made.seq, quote=""), author, Audience.EVERYONE)


def _record_postponed(draft: Draft, author: Author, name: FieldName, via: Via) -> None:
    record = draft.record
    if name in ESSENTIAL or name in record.postponed or record.application.get(name) is not None:
        return
    made = draft.add(EntryMade(text=json.dumps({name.value: None}), via=via), author, Audience.EVERYONE)
    draft.add(ItemPostponed(field=name, source_seq=made.seq, quote=""), author, Audience.EVERYONE)


def record_detail(
    draft: Draft, author: Author, participant: UUID, subject: str, field: PersonalField, text: str
) -> None:
    """Record a detail of a person, who entered it (``participant``) alone reading that; raises Invalid.

    Where the policy judges owners by their details, a change has everything checked again.
    """
    try:
        value = parse_detail(field, text, draft.now.date())
    except Invalid as error:
        raise Invalid(wordbook(draft.record.language)(f"entry.invalid_{field.value}")) from error
    before = draft.record.details.get((subject_of(subject), field))
    detail = PersonalDetailEntered(subject=subject, field=field, value=value)
    draft.add(detail, author, Audience.PARTICIPANT, participant)
    if draft.policy.ownership is not None and (before is None or before.value != value):
        facts.check_anew(draft, author)


def _parse(draft: Draft, values: Mapping[FieldName, Entered]) -> tuple[dict[FieldName, FactValue], Errors]:
    stated: dict[FieldName, FactValue] = {}
    errors: Errors = {}
    words = wordbook(draft.record.language)
    # The address first: a national phone number is read with its country.
    for name in sorted(values, key=lambda name: name is not FieldName.ADDRESS):
        application = draft.record.application
        if FieldName.ADDRESS in stated:
            application = application.having(FieldName.ADDRESS, stated[FieldName.ADDRESS])
        if drop_cards(str(values[name]))[1]:
            errors[name.value] = words("entry.card_number")
            continue
        try:
            facts.require_taken(draft, name)
            stated[name] = parse_stated(name, values[name], Context(application, (name,), draft.now.date()))
        except OnboardError:
            errors[name.value] = words(f"entry.invalid_{name.value}")
    return stated, errors


def _is_known(draft: Draft, author: Author, name: FieldName, value: FactValue) -> bool:
    """Whether it is on record already, as this author's: another's is not told by staying silent."""
    record = draft.record
    by = record.provenance[name].by if name in record.provenance else ""
    side = by if by in record.others else str(record.opened_by)
    return side == author.actor and record.application.get(name) == value


def _complete(draft: Draft, stated: Mapping[FieldName, FactValue]) -> dict[FieldName, FactValue]:
    """With what follows: the category code from the line of business, the legal form from the name."""
    candidates = mcc_candidates(str(stated.get(FieldName.BUSINESS_TYPE, "")))
    form = facts.told_by_name(draft, str(stated.get(FieldName.MERCHANT_NAME, "")))
    return {
        **({FieldName.LEGAL_FORM: form} if form else {}),
        **stated,
        **({FieldName.MCC: candidates[0]} if candidates else {}),
    }


def _hidden(draft: Draft, values: Mapping[FieldName, Entered], via: Via) -> EntryMade:
    secrets: dict[str, str] = {}
    shown = {name.value: _hide(draft, name, raw, secrets) for name, raw in values.items()}
    new = {key: value for key, value in secrets.items() if key not in draft.record.secrets}
    return EntryMade(text=json.dumps(shown, ensure_ascii=False), secrets=new, via=via)


def _hide(draft: Draft, name: FieldName, raw: Entered, secrets: dict[str, str]) -> str:
    kind = FIELD_KINDS.get(name)
    known = {**draft.record.secrets, **secrets}
    if kind is not None:
        stands_for = _token_of(kind, neutralise(str(raw)).strip(), known)
        secrets[stands_for] = neutralise(str(raw)).strip()
        return stands_for
    hidden = tokenise(_as_text(raw), known=known)
    secrets.update(hidden.secrets)
    return hidden.text


def _token_of(kind: Kind, value: str, known: Mapping[str, str]) -> str:
    """The token of a value: the one that it has, or the next of its kind."""
    same = (name for name, secret in known.items() if secret == value and name.startswith(f"⟦{kind.value}_"))
    numbers = [int(m[2]) for name in known if (m := TOKEN.fullmatch(name)) and m[1] == kind.value]
    return next(same, token(kind, max(numbers, default=0) + 1))


def _as_text(raw: Entered) -> str:
    if isinstance(raw, Address):
        return raw.one_line()
    if isinstance(raw, list):
        return ", ".join(f"{o.name} {o.ownership_percent or ''}".strip() for o in raw)
    return str(raw)


def _require_open(draft: Draft) -> None:
    closed = wordbook(draft.record.language)("form.closed")
    draft.require_state(OPEN_FOR_FACTS, code="not_possible_now", message=closed)
