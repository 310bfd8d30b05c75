"""Who is behind the merchant is stated by the applicant or a reviewer, and by nobody else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cases.access import Person, Role
from cases.application import FieldName, Owner
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import MessageSaid, PartyStated
from cases.ownership.of_case import known_parties
from cases.ownership.stated import MERCHANT as SHOP
from cases.ownership.structure import Control, PartyKind, RoleKind
from cases.participants import Part, PersonalField
from cases.states import State
from desk import entries, participants, parties, submission
from desk.draft import author_of
from desk.part_views import view_part
from desk.party_entries import HoldingEntry, PartyEntry, RoleEntry, StructureEntry
from desk.party_views import view_parties, view_party
from tests.cases.behind import FULL
from tests.desk.cast import ANALYST, BASIC, MERCHANT, OTHER, REVIEWER, Case, person

OWNERS = [Owner(name="Ada Marsh", ownership_percent=60), Owner(name="Quay Holding Ltd", ownership_percent=40)]


def begun(policy: object = FULL) -> Case:
    case = Case(policy=FULL) if policy is FULL else Case()
    case.tell_everything()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    return case


def entry(
    name: str, kind: PartyKind = PartyKind.PERSON, *holdings: HoldingEntry, **more: object
) -> PartyEntry:
    return PartyEntry.model_validate({"name": name, "kind": kind, "holdings": holdings, **more})


def holds(of: str, share: int | None, **more: object) -> HoldingEntry:
    return HoldingEntry.model_validate({"of": of, "share": share, **more})


def state(case: Case, party_id: str | None, stated: PartyEntry, by: Person = MERCHANT) -> str:
    return case.do(parties.state_party, by, party_id, stated)


def lines(case: Case, by: Person = MERCHANT) -> dict[str, tuple[str, ...]]:
    return {each.name: each.lines for each in view_parties(case.record, by, FULL, case.now).parties}


def errors(refused: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    listed: list[dict[str, str]] = refused.value.details["errors"]  # pyright: ignore[reportAssignmentType]
    return {each["field"]: each["message"] for each in listed}


def test_the_owners_that_were_told_stand_there_already() -> None:
    assert lines(begun()) == {
        "Harbour Books": (),
        "Ada Marsh": ("60 % of Harbour Books",),
        "Quay Holding Ltd": ("40 % of Harbour Books",),
    }


def test_what_is_missing_is_asked_in_the_merchants_words() -> None:
    case = begun()
    missing = view_parties(case.record, MERCHANT, FULL, case.now).missing
    assert missing == ("Who owns Quay Holding Ltd? A part of it has no owner yet.",)
    state(case, None, entry("Ben Cole", PartyKind.PERSON, holds("p2", 100)))
    assert view_parties(case.record, MERCHANT, FULL, case.now).missing == ()


def test_a_share_of_the_merchant_is_the_applications_and_the_rest_is_the_partys() -> None:
    case = begun()
    state(case, "p1", entry("Ada Marsh", PartyKind.PERSON, holds(SHOP, 55, votes=70, control=Control.VETO)))
    assert case.record.application.owners == (
        Owner(name="Ada Marsh", ownership_percent=55),
        Owner(name="Quay Holding Ltd", ownership_percent=40),
    )
    assert lines(case)["Ada Marsh"] == (
        "55 % of Harbour Books",
        "70 % of the votes in Harbour Books",
        "Has a veto: Harbour Books",
    )


def test_a_party_can_get_another_name_and_stays_the_same_party() -> None:
    case = begun()
    case.do(entries.enter_detail, MERCHANT, "Ada Marsh", PersonalField.DATE_OF_BIRTH, "1985-03-24")
    state(case, "p1", entry("Ada Marsh-Cole", PartyKind.PERSON, holds(SHOP, 60)))
    assert [owner.name for owner in case.record.application.owners or ()] == [
        "Ada Marsh-Cole",
        "Quay Holding Ltd",
    ]
    details = view_party(case.record, MERCHANT, FULL, case.now, "p1", SHOP).details
    assert [each.field for each in details if each.entered] == [PersonalField.DATE_OF_BIRTH]


def test_a_share_that_is_taken_away_leaves_the_application_too() -> None:
    case = begun()
    state(case, "p1", entry("Ada Marsh", roles=[RoleEntry(role=RoleKind.DIRECTOR)]))
    assert [owner.name for owner in case.record.application.owners or ()] == ["Quay Holding Ltd"]
    assert lines(case)["Ada Marsh"] == ("Director: Harbour Books",)


def test_who_is_taken_out_is_gone_from_both_and_the_last_owner_leaves_none() -> None:
    case = begun()
    case.do(parties.remove_party, MERCHANT, "p1")
    case.do(parties.remove_party, MERCHANT, "p2")
    assert case.record.application.owners is None
    assert list(known_parties(case.record)) == [SHOP]
    for nobody in ("p1", SHOP, "p9"):
        with pytest.raises(NotFound):
            case.do(parties.remove_party, MERCHANT, nobody)


def test_what_cannot_be_is_refused_by_field_and_nothing_of_it_is_kept() -> None:
    case = begun()
    before = len(case.events)
    for stated, field in (
        (entry("Ben Cole", PartyKind.PERSON, holds(SHOP, 50)), f"share_{SHOP}"),
        (entry("ada  marsh"), "name"),
        (entry("Ben Cole 4111 1111 1111 1111"), "name"),
        (entry("Ben Cole", PartyKind.PERSON, holds("Nobody Ltd", 5)), "holdings"),
    ):
        with pytest.raises(Invalid) as refused:
            state(case, None, stated)
        assert list(errors(refused)) == [field], stated.name
    assert len(case.events) == before


def test_everybody_can_be_stated_at_once_by_name() -> None:
    case = begun()
    structure = StructureEntry(
        parties=(
            entry("Quay Holding Ltd", PartyKind.COMPANY, holds(SHOP, 100), country="GB"),
            entry("Ben Cole", PartyKind.PERSON, holds("quay holding ltd", 80)),
            entry("The Marsh Trust", PartyKind.TRUST, holds("Quay Holding Ltd", 20)),
            entry("Cleo Dane", roles=[RoleEntry(role=RoleKind.TRUSTEE, at="The Marsh Trust")]),
        )
    )
    case.do(parties.state_structure, MERCHANT, structure)
    assert lines(case) == {
        "Harbour Books": (),
        "Quay Holding Ltd": ("100 % of Harbour Books",),
        "Ben Cole": ("80 % of Quay Holding Ltd",),
        "The Marsh Trust": ("20 % of Quay Holding Ltd",),
        "Cleo Dane": ("Manages it (trustee): The Marsh Trust",),
    }
    before = len(case.events)
    case.do(parties.state_structure, MERCHANT, structure)
    assert len(case.events) == before, "stated again, nothing happens"


def test_a_reviewer_states_what_a_register_says_and_it_stands_under_their_name() -> None:
    case = begun()
    case.do(submission.submit, MERCHANT)
    state(case, None, entry("Ben Cole", PartyKind.PERSON, holds("p2", 100)), by=REVIEWER)
    stated = [event for event in case.events if isinstance(event.body, PartyStated)]
    assert [(event.actor, event.role) for event in stated] == [(str(REVIEWER.id), "reviewer")]
    with pytest.raises(Forbidden):
        state(case, None, entry("Cleo Dane"), by=ANALYST)
    with pytest.raises(NotFound):
        state(case, None, entry("Cleo Dane"), by=OTHER)


def test_a_change_after_submission_has_everything_checked_anew_and_voids_the_approval() -> None:
    case = begun()
    state(case, None, entry("Ben Cole", PartyKind.PERSON, holds("p2", 100)))
    case.do(submission.submit, MERCHANT)
    case.check()
    case.do(lambda draft: draft.move(State.IN_REVIEW, author_of(REVIEWER, draft.record)))
    case.approve()
    version = case.record.version
    state(case, "p3", entry("Ben Cole", PartyKind.PERSON, holds("p2", 60)))
    assert (case.state, case.record.version) == (State.CHECKING, version + 1)
    assert case.record.grant is None


def test_a_detail_that_changes_after_submission_has_everything_checked_anew_where_owners_are_judged() -> None:
    for policy, state_after in ((FULL, State.CHECKING), (BASIC, State.IN_REVIEW)):
        case = begun(policy)
        case.do(submission.submit, MERCHANT)
        case.check()
        case.do(lambda draft: draft.move(State.IN_REVIEW, author_of(REVIEWER, draft.record)))
        case.do(entries.enter_detail, MERCHANT, "Ada Marsh", PersonalField.DATE_OF_BIRTH, "1985-03-24")
        assert case.state is state_after


def test_in_a_closed_case_nothing_is_stated() -> None:
    case = begun()
    case.do(submission.withdraw, MERCHANT)
    with pytest.raises(Conflict):
        state(case, None, entry("Ben Cole"))
    assert not view_parties(case.record, MERCHANT, FULL, case.now).may_change


def test_under_the_basic_policy_there_is_no_such_page_and_no_word_of_it() -> None:
    case = begun(BASIC)
    with pytest.raises(NotFound):
        view_parties(case.record, MERCHANT, BASIC, case.now)
    with pytest.raises(NotFound):
        state(case, None, entry("Ben Cole"))
    assert not any("/owners/" in text for text in said(case))


def said(case: Case) -> list[str]:
    return [event.body.text for event in case.events if isinstance(event.body, MessageSaid)]


def test_the_conversation_leads_to_the_page_once_and_only_where_more_is_needed() -> None:
    case = begun()
    assert sum(f"(/owners/{case.record.id})" in text for text in said(case)) == 1
    more = [*OWNERS[:1], Owner(name="Pier Holding Ltd", ownership_percent=40)]
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: more}, via="form")
    assert sum("/owners/" in text for text in said(case)) == 1
    simple = Case(policy=FULL)
    simple.tell_everything()
    alone = [Owner(name="Ada Marsh", ownership_percent=100)]
    simple.do(entries.enter, MERCHANT, {FieldName.OWNERS: alone}, via="form")
    assert not any("/owners/" in text for text in said(simple))


def test_a_co_owner_is_asked_for_what_identifies_them_under_the_policy() -> None:
    case = begun()
    cleo = person("Cleo", Role.MERCHANT)
    case.do(participants.invite, MERCHANT, cleo, "Ada Marsh", Part.CO_OWNER)
    asked = view_part(case.record, cleo, FULL, "Mona").details
    assert PersonalField.PEP_DECLARATION in asked
    assert PersonalField.IDENTITY_NUMBER in asked


def test_figures_keep_their_places() -> None:
    case = begun()
    state(case, None, entry("Ben Cole", PartyKind.PERSON, HoldingEntry(of="p2", share=Decimal("33.333333"))))
    form = view_party(case.record, MERCHANT, FULL, case.now, "p3", SHOP)
    assert form.holdings[0].share == "33.333333"
