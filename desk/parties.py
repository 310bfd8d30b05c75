"""Who is behind the merchant, as the applicant or a reviewer states it: party by party, or all at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from pydantic import ValidationError

from cases.access import Audience, Person, Role
from cases.application import FieldName, Owner
from cases.errors import Forbidden, Invalid, NotFound
from cases.events import EntryMade, FactRecorded, PartyRemoved, PartyStated
from cases.ownership.naming import next_id
from cases.ownership.of_case import known_parties, structure_of
from cases.ownership.stated import MERCHANT, StatedParty
from cases.ownership.structure import LARGEST, Holding
from cases.participants import subject_of
from cases.sensitive import drop_cards
from cases.states import OPEN_FOR_FACTS
from desk import entries, facts
from desk.draft import Author, Draft, author_of, require_sight
from desk.party_entries import PartyEntry, StructureEntry
from desk.wordbook import Wordbook, wordbook


def state_party(draft: Draft, person: Person, party_id: str | None, entry: PartyEntry) -> str:
    """State one party, or one that is new (None), and return its id.

    Raises Invalid with ``errors`` by field, and nothing is written; NotFound for nobody.
    """
    author, words = _may_state(draft, person)
    known = known_parties(draft.record)
    if party_id is not None and party_id not in known:
        raise NotFound("There is nobody of that id.")
    _require_no_card(entry, words)
    there = draft.record.party_ids.get(subject_of(entry.name))
    if party_id != MERCHANT and there in known and there != party_id:
        raise invalid({"name": words("owners.named_already", name=entry.name)})
    id_ = party_id or there or next_id(draft.record.party_ids)
    party = _stated(entry, id_, _finder(draft.record.party_ids, words), words)
    _write(draft, author, words, [party], (), _with_share(draft, id_, entry))
    return id_


def remove_party(draft: Draft, person: Person, party_id: str) -> None:
    """Take somebody out who has nothing to do with the merchant; raises NotFound for nobody."""
    author, words = _may_state(draft, person)
    if party_id == MERCHANT or party_id not in known_parties(draft.record):
        raise NotFound("There is nobody of that id.")
    owners = tuple(o for o in _owners(draft) if _id_of(draft, o.name) != party_id)
    _write(draft, author, words, (), [party_id], owners)


def state_structure(draft: Draft, person: Person, structure: StructureEntry) -> None:
    """State everybody at once: who is not among them is taken out; raises Invalid."""
    author, words = _may_state(draft, person)
    ids = dict(draft.record.party_ids)
    for entry in structure.parties:
        _require_no_card(entry, words)
        ids.setdefault(subject_of(entry.name), next_id(ids))
    find = _finder(ids, words)
    stated = [_stated(entry, find(entry.name), find, words) for entry in structure.parties]
    if len({party.id for party in stated}) < len(stated):
        raise invalid({"parties": words("owners.named_twice")})
    merchant = StatedParty(
        id=MERCHANT,
        name=known_parties(draft.record)[MERCHANT].name,
        **structure.model_dump(include={"kind", "registration_number", "listed_on"}),
    )
    owners = tuple(_owner(entry) for entry in structure.parties if entry.own is not None)
    there = {party.id for party in stated} | {MERCHANT}
    gone = [id_ for id_ in known_parties(draft.record) if id_ not in there]
    _write(draft, author, words, [merchant, *stated], gone, owners)


def _may_state(draft: Draft, person: Person) -> tuple[Author, Wordbook]:
    """The author and their words: the applicant, or a reviewer of somebody else's case.

    Raises NotFound where the policy does not ask for parties, Forbidden for other staff, Conflict for a
    case that can no longer change.
    """
    require_sight(draft, person)
    if draft.policy.ownership is None:
        raise NotFound("This policy does not ask for more than the owners' names and shares.")
    is_own = draft.record.opened_by == person.id
    if not is_own and not person.has(Role.REVIEWER):
        raise Forbidden("Only the merchant and reviewers state who is behind a business.")
    words = wordbook(draft.record.language if is_own else "en")
    draft.require_state(OPEN_FOR_FACTS, code="not_possible_now", message=words("form.closed"))
    return author_of(person, draft.record), words


def _write(
    draft: Draft,
    author: Author,
    words: Wordbook,
    stated: Sequence[StatedParty],
    gone: Collection[str],
    owners: tuple[Owner, ...],
) -> None:
    before = known_parties(draft.record)
    # The names before the owners' shares: an owner under a new name stays the same party.
    for party in map(_without_share, stated):
        if draft.record.parties.get(party.id) != party:
            draft.add(PartyStated(party=party), author, Audience.EVERYONE)
    for id_ in gone:
        draft.add(PartyRemoved(party=id_, name=before[id_].name), author, Audience.EVERYONE)
    _write_owners(draft, author, words, owners)
    _require_structure(draft, words)
    facts.recheck_if_changed(draft, author)


def _write_owners(draft: Draft, author: Author, words: Wordbook, owners: tuple[Owner, ...]) -> None:
    if owners == _owners(draft):
        return
    if not owners:
        _write_nobody(draft, author)
    elif entries.record_entry(draft, author, {FieldName.OWNERS: list(owners)}, via="owners"):
        name = known_parties(draft.record)[MERCHANT].name
        raise invalid({f"share_{MERCHANT}": words("owners.over_100", name=name)})


def _write_nobody(draft: Draft, author: Author) -> None:
    entry = EntryMade(text=json.dumps({FieldName.OWNERS.value: None}), via="owners")
    made = draft.add(entry, author, Audience.EVERYONE)
    fact = FactRecorded(
        field=FieldName.OWNERS,
        value=None,
        previous=draft.record.application.owners,
        source_seq=made.seq,
        quote="",
        certainty="entered",
    )
    draft.add(fact, author, Audience.EVERYONE)


def _require_structure(draft: Draft, words: Wordbook) -> None:
    """Raise Invalid for what no structure can be."""
    try:
        structure = structure_of(draft.record)
    except ValidationError as error:
        raise invalid({"kind": words("owners.not_possible")}) from error
    if structure is None:
        raise invalid({"name": words("owners.too_many", most=LARGEST)})


def _stated(entry: PartyEntry, id_: str, find: Callable[[str], str], words: Wordbook) -> StatedParty:
    try:
        return entry.stated(id_, find)
    except ValidationError as error:
        raise invalid({"kind": words("owners.not_possible")}) from error


def _finder(ids: Mapping[str, str], words: Wordbook) -> Callable[[str], str]:
    """Tells the id of a party that is named, or that is one already."""
    known = {MERCHANT, *ids.values()}

    def find(name: str) -> str:
        id_ = ids.get(subject_of(name), name if name in known else None)
        if id_ is None:
            raise invalid({"holdings": words("owners.unknown", name=name)})
        return id_

    return find


def _require_no_card(entry: PartyEntry, words: Wordbook) -> None:
    texts = filter(None, (entry.name, entry.registration_number, entry.listed_on))
    if any(drop_cards(text)[1] for text in texts):
        raise invalid({"name": words("entry.card_number")})


def _with_share(draft: Draft, id_: str, entry: PartyEntry) -> tuple[Owner, ...]:
    """The application's owners with this one among them: left out where the share was taken away."""
    owners = list(_owners(draft))
    at = next((n for n, owner in enumerate(owners) if _id_of(draft, owner.name) == id_), None)
    share = entry.own.share if entry.own else None
    if id_ == MERCHANT or (share is None and at is None):
        return tuple(owners)
    if at is None:
        return (*owners, _owner(entry))
    if share is None and owners[at].ownership_percent is not None:
        return tuple(owners[:at] + owners[at + 1 :])
    owners[at] = _owner(entry)
    return tuple(owners)


def _owner(entry: PartyEntry) -> Owner:
    share = entry.own.share if entry.own else None
    return Owner(name=entry.name, ownership_percent=None if share is None else float(share))


def _without_share(party: StatedParty) -> StatedParty:
    """The share in the merchant stands in the application alone; votes and control stay here."""
    kept = (h.model_copy(update={"share": Decimal(0)}) if h.held == MERCHANT else h for h in party.holdings)
    return party.model_copy(update={"holdings": tuple(filter(_says_something, kept))})


def _says_something(holding: Holding) -> bool:
    return bool(holding.share) or holding.votes is not None or holding.control is not None


def _owners(draft: Draft) -> tuple[Owner, ...]:
    return draft.record.application.owners or ()


def _id_of(draft: Draft, name: str) -> str | None:
    return draft.record.party_ids.get(subject_of(name))


def invalid(errors: Mapping[str, str]) -> Invalid:
    """What is wrong, by field."""
    listed = [{"field": name, "message": text} for name, text in errors.items()]
    return Invalid(" ".join(errors.values()), errors=listed)
