"""Who is behind a merchant, for whoever states it: everybody, what is missing, and one party's form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from babel.numbers import format_decimal
from pydantic import BaseModel, ConfigDict

from cases.access import Person, Role
from cases.errors import NotFound
from cases.languages import Language
from cases.ownership.found import Found, details_needed, found_owners, people_to_identify
from cases.ownership.of_case import known_parties, unstated_shares
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import ARRANGEMENTS, Control, Holding, PartyKind, RoleKind
from cases.ownership.words import listed
from cases.participants import PersonalField, subject_of
from cases.policy import Policy
from cases.record import CaseRecord
from cases.states import OPEN_FOR_FACTS
from desk.rights import reader
from desk.wordbook import Wordbook, wordbook

_OF_MERCHANT = (RoleKind.DIRECTOR, RoleKind.CONTROL_PERSON, RoleKind.SIGNATORY)
_OF_ARRANGEMENT = (RoleKind.TRUSTEE, RoleKind.SETTLOR, RoleKind.BENEFICIARY, RoleKind.PROTECTOR)


class _View(BaseModel):
    model_config = ConfigDict(frozen=True)


class PartyLine(_View):
    """One party. ``needed``: details that are still asked for; ``invite``: who can be asked for them."""

    id: str
    name: str
    kind: PartyKind
    lines: tuple[str, ...]
    identified: bool
    needed: str
    invite: str | None


class PartiesView(_View):
    """Everybody, the merchant first, and what is still open."""

    case_id: UUID
    language: Language
    business: str
    parties: tuple[PartyLine, ...]
    missing: tuple[str, ...]
    inside: bool
    may_change: bool


class HoldingRow(_View):
    """What can be held of one party, and what is; figures as they stand in a field."""

    id: str
    name: str
    share: str = ""
    votes: str = ""
    control: Control | None = None


class RoleGroup(_View):
    """What can be done for one party, and what is."""

    id: str
    name: str
    roles: tuple[RoleKind, ...]
    chosen: frozenset[RoleKind] = frozenset()


class DetailField(_View):
    """A detail of a person; its value is never shown again."""

    field: PersonalField
    entered: bool


class PartyForm(_View):
    """One party to be filled in; ``id`` is None for somebody new. ``guessed``: its kind is not stated yet."""

    case_id: UUID
    language: Language
    id: str | None
    name: str
    kind: PartyKind
    guessed: bool
    country: str
    registration_number: str
    listed_on: str
    holdings: tuple[HoldingRow, ...]
    roles: tuple[RoleGroup, ...]
    details: tuple[DetailField, ...]


def view_parties(record: CaseRecord, person: Person, policy: Policy, now: datetime) -> PartiesView:
    """The parties as the person reads them; raises NotFound where the policy does not ask for them."""
    inside, words = _reads(record, person, policy)
    parties = known_parties(record)
    found = found_owners(record, policy, now.date())
    counts = {subject_of(name) for name in people_to_identify(found)} if found else set[str]()
    applicant = None if inside else person
    return PartiesView(
        case_id=record.id,
        language=words.language,
        business=record.application.merchant_name or words("owners.this_business"),
        parties=tuple(
            _line(record, policy if subject_of(party.name) in counts else None, party, words, applicant)
            for party in parties.values()
        ),
        missing=still_open(record, policy, now, words),
        inside=inside,
        may_change=record.state in OPEN_FOR_FACTS and (not inside or person.has(Role.REVIEWER)),
    )


def still_open(record: CaseRecord, policy: Policy, now: datetime, words: Wordbook) -> tuple[str, ...]:
    """What is not known about who owns and who runs the business, each in a sentence."""
    return tuple(_missing(record, found_owners(record, policy, now.date()), words))


def view_party(
    record: CaseRecord, person: Person, policy: Policy, now: datetime, party_id: str | None, of: str
) -> PartyForm:
    """One party's form, or one of somebody new who owns ``of``; raises NotFound for nobody."""
    _, words = _reads(record, person, policy)
    parties = known_parties(record)
    party = parties.get(party_id) if party_id else None
    if party_id is not None and party is None:
        raise NotFound("There is nobody of that id.")
    found = found_owners(record, policy, now.date())
    counts = party is not None and found is not None and party.name in people_to_identify(found)
    return PartyForm(
        case_id=record.id,
        language=words.language,
        id=party_id,
        name=party.name if party else "",
        kind=party.kind if party else PartyKind.PERSON,
        guessed=party is not None and party.id not in record.parties and party.id != MERCHANT,
        country=(party.country if party else None) or "",
        registration_number=(party.registration_number if party else None) or "",
        listed_on=(party.listed_on if party else None) or "",
        holdings=tuple(_holding_rows(record, party, parties, of)),
        roles=tuple(_role_groups(party, parties)),
        details=tuple(_details(record, policy, party)) if party and counts else (),
    )


def _reads(record: CaseRecord, person: Person, policy: Policy) -> tuple[bool, Wordbook]:
    """Whether they read it from the inside, and their words."""
    who = reader(person, record)
    if policy.ownership is None:
        raise NotFound("This policy does not ask for more than the owners' names and shares.")
    return who.is_staff, wordbook("en" if who.is_staff else record.language)


def _line(
    record: CaseRecord,
    policy: Policy | None,
    party: StatedParty,
    words: Wordbook,
    applicant: Person | None,
) -> PartyLine:
    """``policy``: None for whoever need not be identified."""
    fields = tuple(_details(record, policy, party)) if policy else ()
    open_ = [words(f"part.field_{each.field.value}") for each in fields if not each.entered]
    other = applicant is not None and subject_of(applicant.name) != subject_of(party.name)
    return PartyLine(
        id=party.id,
        name=party.name,
        kind=party.kind,
        lines=tuple(_facts(record, party, words)),
        identified=bool(fields) and not open_,
        needed=words("owners.still_needed", details=", ".join(open_)) if open_ else "",
        invite=words("part.invite_owner", name=party.name) if open_ and other else None,
    )


def _facts(record: CaseRecord, party: StatedParty, words: Wordbook) -> Iterator[str]:
    parties, unknown = known_parties(record), party.name in unstated_shares(record)
    for holding in party.holdings:
        yield from _holding_texts(holding, parties[holding.held].name, words, unknown=unknown)
    for role in party.roles:
        yield words("owners.does", role=words(f"owners.role_{role.kind.value}"), name=parties[role.at].name)
    if party.listed_on:
        yield words("owners.listed_at", exchange=party.listed_on)
    if party.registration_number:
        number = " ".join(filter(None, (party.country, party.registration_number)))
        yield words("owners.registered", number=number)


def _holding_texts(holding: Holding, name: str, words: Wordbook, *, unknown: bool) -> Iterator[str]:
    if holding.held == MERCHANT and unknown:
        yield words("owners.owns_unknown", name=name)
    elif holding.share:
        share = format_decimal(holding.share, locale=words.language)
        yield words("owners.owns", share=share, name=name)
    if holding.votes is not None and holding.votes != holding.share:
        votes = format_decimal(holding.votes, locale=words.language)
        yield words("owners.votes_in", votes=votes, name=name)
    if holding.control is not None:
        yield words("owners.controls", means=words(f"owners.control_{holding.control.value}"), name=name)


def _missing(record: CaseRecord, found: Found | None, words: Wordbook) -> Iterator[str]:
    for name in unstated_shares(record):
        yield words("owners.need_share_unknown", names=name)
    if found is None:
        return
    problems = {problem.text: problem.code.value for problem in found.owners.problems}
    for need in found.owners.needed:
        names = listed(map(found.structure.name, need.parties)) if need.parties else ""
        yield words(f"owners.need_{problems.get(need.text, need.code)}", names=names)


def _holding_rows(
    record: CaseRecord, party: StatedParty | None, parties: Mapping[str, StatedParty], of: str
) -> Iterator[HoldingRow]:
    """Everything that can be held: not people, and not the party itself."""
    own = {holding.held: holding for holding in party.holdings} if party else {}
    unknown = party is not None and party.name in unstated_shares(record)
    asked = of if of in parties else MERCHANT
    order = sorted(parties.values(), key=lambda each: (each.id not in own, each.id != asked))
    for each in order:
        is_self = party is not None and each.id == party.id
        if each.kind is PartyKind.PERSON or is_self:
            continue
        holding = own.get(each.id)
        hidden = holding is None or (unknown and each.id == MERCHANT) or not holding.share
        yield HoldingRow(
            id=each.id,
            name=each.name,
            share="" if hidden or holding is None else f"{holding.share.normalize():f}",
            votes="" if holding is None or holding.votes is None else f"{holding.votes.normalize():f}",
            control=holding.control if holding else None,
        )


def _role_groups(party: StatedParty | None, parties: Mapping[str, StatedParty]) -> Iterator[RoleGroup]:
    for each in parties.values():
        if party is not None and party.id in (each.id, MERCHANT):
            continue
        arranged = each.kind in ARRANGEMENTS
        roles = (_OF_MERCHANT if each.id == MERCHANT else ()) + (_OF_ARRANGEMENT if arranged else ())
        does = party.roles if party else ()
        chosen = frozenset(role.kind for role in does if role.at == each.id)
        if roles:
            yield RoleGroup(id=each.id, name=each.name, roles=roles, chosen=chosen)


def _details(record: CaseRecord, policy: Policy, party: StatedParty) -> Iterator[DetailField]:
    for field in details_needed(record, policy, party.name):
        yield DetailField(field=field, entered=(subject_of(party.name), field) in record.details)
