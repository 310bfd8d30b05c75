"""Others on the merchant's side: invited by the applicant, each to a part that nobody else reads."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from cases.access import Audience, Person
from cases.application import FieldName
from cases.errors import Conflict, Invalid, NotFound
from cases.events import NoticeShown, ParticipantFinished, ParticipantInvited, ParticipantRemoved
from cases.languages import Language
from cases.ownership.found import details_needed
from cases.participants import Part, Participant, PersonalField
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS
from desk import entries
from desk.conversation import require_merchant_of
from desk.draft import Author, Draft
from desk.wordbook import wordbook

MOST = 10
"""People whom one applicant can have invited at a time."""

FIGURES: dict[Part, tuple[FieldName, ...]] = {
    Part.ACCOUNTANT: (FieldName.ANNUAL_REVENUE, FieldName.TAX_ID),
}
"""What a part says about the business; a revenue comes with its currency."""

_OF_A_PERSON = (PersonalField.DATE_OF_BIRTH, PersonalField.NATIONALITY, PersonalField.HOME_ADDRESS)


def invite(draft: Draft, applicant: Person, participant: Person, name: str, part: Part) -> None:
    """Ask somebody to fill in a part; asked for the same again, they keep what they entered.

    Raises Invalid for oneself, for no name and for too many, Conflict where nothing can change any more.
    """
    author = require_merchant_of(draft, applicant)
    _require_open(draft)
    words, known = wordbook(draft.record.language), draft.record.participants
    if participant.id == applicant.id:
        raise Invalid(words("part.own_address"), code="own_address")
    invited = ParticipantInvited(person_id=participant.id, name=_checked(draft, name), part=part)
    before = known.get(participant.id)
    if before is not None and (before.name, before.part) == (invited.name, part):
        return
    if before is None and len(known) >= MOST:
        raise Invalid(words("part.too_many", most=MOST), code="too_many")
    draft.add(invited, author, Audience.EVERYONE)


def remove(draft: Draft, applicant: Person, person_id: UUID) -> None:
    """Take an invitation back: its links end, and what was entered stays with the team; or NotFound."""
    author = require_merchant_of(draft, applicant)
    if person_id not in draft.record.participants:
        raise NotFound("There is no such invitation.")
    draft.add(ParticipantRemoved(person_id=person_id), author, Audience.EVERYONE)


def show_notice(draft: Draft, person: Person, language: Language) -> None:
    """Record that a participant was shown the notice about their own data, once for each version."""
    version = draft.policy.notice.version
    if participant_of(draft.record, person).notice != version:
        shown = NoticeShown(version=version, language=language)
        draft.add(shown, _author(person), Audience.PARTICIPANT, person.id)


def fill(
    draft: Draft,
    person: Person,
    figures: Mapping[FieldName, str],
    details: Mapping[PersonalField, str],
) -> entries.Errors:
    """Record what a participant entered in their own part; what cannot be used comes back.

    Raises Conflict ``notice_first`` where they were not shown the notice in force. A material change
    after submission has everything checked again, as one of the applicant's has.
    """
    participant = _before_their_part(draft, person)
    asked = details_of(draft.record, participant, draft.policy)
    errors = entries.enter_part(
        draft,
        _author(person),
        person.id,
        participant.name,
        figures=_with_currency({n: figures[n] for n in figures_of(participant.part) if n in figures}),
        details={field: details[field] for field in asked if field in details},
    )
    if wrong := errors.pop(FieldName.CURRENCY.value, None):
        errors.setdefault(FieldName.ANNUAL_REVENUE.value, wrong)
    return errors


def finish(draft: Draft, person: Person, language: Language) -> None:
    """A participant declares their part right and done; raises Conflict where something is missing."""
    participant = _before_their_part(draft, person)
    if missing := missing_of(draft, participant):
        raise Conflict(f"Still missing: {', '.join(missing)}.", code="incomplete", missing=missing)
    if participant.finished_at is not None:
        return
    declaration = wordbook(language)(f"part.declaration_{participant.part.value}")
    done = ParticipantFinished(person_id=person.id, declaration=declaration, language=language)
    draft.add(done, _author(person), Audience.EVERYONE)
    draft.tell(wordbook(draft.record.language)("part.told_done", name=participant.name))


def participant_of(record: CaseRecord, person: Person) -> Participant:
    """The person as a participant; raises NotFound, the same for everybody who has no part here."""
    participant = record.participants.get(person.id)
    if participant is None:
        raise NotFound("There is no such case.")
    return participant


def figures_of(part: Part) -> tuple[FieldName, ...]:
    """What a part asks about the business."""
    return FIGURES.get(part, ())


def details_of(record: CaseRecord, participant: Participant, policy: Policy) -> tuple[PersonalField, ...]:
    """What a part asks about the person: nothing of somebody who only knows the figures.

    The United States ask for the number of each beneficial owner (31 CFR 1010.230(b)).
    """
    if participant.part is Part.ACCOUNTANT:
        return ()
    if policy.ownership is not None:
        return details_needed(record, policy, participant.name)
    address = record.application.address
    american = address is not None and address.country == "US"
    return (*_OF_A_PERSON, PersonalField.SOCIAL_SECURITY_NUMBER) if american else _OF_A_PERSON


def entered_by(record: CaseRecord, person_id: UUID) -> frozenset[str]:
    """The names of what the person themself entered; what others say of them is not theirs to know."""
    by = str(person_id)
    figures = {name.value for name, where in record.provenance.items() if where.by == by}
    if FieldName.CURRENCY.value not in figures:
        figures.discard(FieldName.ANNUAL_REVENUE.value)
    return frozenset(figures | {f.value for (_, f), detail in record.details.items() if detail.by == by})


def missing_of(draft: Draft, participant: Participant) -> list[str]:
    """What a part still needs to be done; a figure that a business can be without is not needed."""
    entered = entered_by(draft.record, participant.person_id)
    spared = {FieldName.TAX_ID} & {*draft.policy.may_be_absent}
    needed = [name for name in figures_of(participant.part) if name not in spared]
    asked = [*details_of(draft.record, participant, draft.policy), *needed]
    return [name.value for name in asked if name.value not in entered]


def _before_their_part(draft: Draft, person: Person) -> Participant:
    participant = participant_of(draft.record, person)
    _require_open(draft)
    if participant.notice != draft.policy.notice.version:
        raise Conflict("The privacy notice comes first.", code="notice_first")
    return participant


def _with_currency(figures: dict[FieldName, str]) -> dict[FieldName, str]:
    revenue = figures.get(FieldName.ANNUAL_REVENUE)
    return figures if revenue is None else {**figures, FieldName.CURRENCY: revenue}


def _author(person: Person) -> Author:
    return Author(str(person.id), "participant")


def _require_open(draft: Draft) -> None:
    closed = wordbook(draft.record.language)("part.closed")
    draft.require_state(OPEN_FOR_FACTS, code="not_possible_now", message=closed)


def _checked(draft: Draft, name: str) -> str:
    """A name without signs that would make a link of it in a letter."""
    readable = " ".join("".join(c for c in name if c.isprintable()).split())
    if not 2 <= len(readable) <= 100 or any(sign in readable for sign in "/:@<>"):
        raise Invalid(wordbook(draft.record.language)("part.bad_name"), code="bad_name")
    return readable
