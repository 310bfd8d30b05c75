"""Others on the merchant's side: each fills in a part of their own, and nobody there reads another's."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from cases.access import Audience, Person, Role
from cases.application import FieldName, Owner
from cases.decision import Verdict
from cases.errors import Conflict, Forbidden, Invalid, NotFound
from cases.events import FactRecorded, MessageSaid, NoticeShown, ParticipantFinished
from cases.obligations import obligations
from cases.participants import Part, PersonalField, subject_of
from cases.states import State
from desk import assigning, entries, facts, offers, participants, review, submission
from desk.answers import answers_of
from desk.card import card_of
from desk.desk import Desk
from desk.part_views import view_helpers, view_part
from desk.participants import missing_of, participant_of
from desk.rights import reader
from desk.status import status_of
from teams.memory import recall
from tests.desk.cast import ANALYST, MERCHANT, OTHER, PREPROCESSOR, REVIEWER, Case, Saying, person
from tests.desk.office import Office
from tools.reading import as_json, read_case
from tools.summary import write_summary

CLEO = person("Cleo", Role.MERCHANT)
BORN, TAX, REVENUE = "1985-03-24", "GB980780684", "731,402 GBP"
"""Stand nowhere that somebody else on the merchant's side reads."""

DETAILS = {
    PersonalField.DATE_OF_BIRTH: BORN,
    PersonalField.NATIONALITY: "Portugal",
    PersonalField.HOME_ADDRESS: "7 Vine Walk, York YO1 7EP, United Kingdom",
}
FIGURES = {FieldName.ANNUAL_REVENUE: REVENUE, FieldName.TAX_ID: TAX}
OWNERS = [Owner(name="Mona Fields", ownership_percent=60), Owner(name="Cleo Marsh", ownership_percent=40)]


def invited(case: Case, part: Part = Part.CO_OWNER, who: Person = CLEO, name: str = "Cleo Marsh") -> None:
    case.do(participants.invite, MERCHANT, who, name, part)


def begun(part: Part = Part.CO_OWNER, case: Case | None = None) -> Case:
    """A case in which Cleo was asked for a part, and has been shown the notice."""
    case = case or Case()
    invited(case, part)
    case.do(participants.show_notice, CLEO, "en")
    return case


def filled(part: Part = Part.CO_OWNER, case: Case | None = None) -> Case:
    case = begun(part, case)
    figures, details = (FIGURES, {}) if part is Part.ACCOUNTANT else ({}, DETAILS)
    assert case.do(participants.fill, CLEO, figures, details) == {}
    return case


def told(case: Case) -> str:
    """Everything in the case's conversation that its applicant reads."""
    return " ".join(
        e.body.text
        for e in case.events
        if isinstance(e.body, MessageSaid) and e.audience is Audience.EVERYONE
    )


# -- inviting ---------------------------------------------------------------------------------------


def test_only_the_applicant_invites_and_takes_back() -> None:
    case = Case()
    for stranger, refusal in (
        (OTHER, NotFound),
        (CLEO, NotFound),
        (REVIEWER, Forbidden),
        (ANALYST, Forbidden),
    ):
        with pytest.raises(refusal):
            case.do(participants.invite, stranger, CLEO, "Cleo Marsh", Part.CO_OWNER)
    invited(case)
    with pytest.raises(NotFound):
        case.do(participants.remove, OTHER, CLEO.id)
    case.do(participants.remove, MERCHANT, CLEO.id)
    with pytest.raises(NotFound):
        case.do(participants.remove, MERCHANT, CLEO.id)


def test_nobody_invites_themself() -> None:
    with pytest.raises(Invalid, match="your own address"):
        invited(Case(), who=MERCHANT, name="Mona Fields")


@pytest.mark.parametrize(
    "name", ["", "  x ", "Win at https://evil.example", "a@b.example", "<b>Cleo</b>", "x" * 101]
)
def test_a_name_that_could_not_stand_in_a_letter_is_refused(name: str) -> None:
    with pytest.raises(Invalid):
        invited(Case(), name=name)


def test_one_applicant_has_so_many_invited_at_a_time_and_no_more() -> None:
    case = Case()
    for number in range(participants.MOST):
        invited(case, who=person(f"helper{number}", Role.MERCHANT), name=f"Helper {number}")
    with pytest.raises(Invalid, match="At most 10"):
        invited(case)


def test_asked_again_for_the_same_part_somebody_keeps_what_they_entered() -> None:
    case = filled()
    case.do(participants.finish, CLEO, "en")
    before = len(case.events)
    invited(case)
    assert len(case.events) == before
    assert case.record.participants[CLEO.id].finished_at is not None


def test_nothing_is_asked_for_or_taken_in_a_closed_case() -> None:
    case = begun()
    case.do(submission.withdraw, MERCHANT)
    for late in (
        lambda: invited(case, who=OTHER),
        lambda: case.do(participants.fill, CLEO, {}, DETAILS),
        lambda: case.do(participants.finish, CLEO, "en"),
    ):
        with pytest.raises(Conflict):
            late()
    case.do(participants.remove, MERCHANT, CLEO.id)


# -- the participant's own part -----------------------------------------------------------------------


def test_nothing_is_taken_before_the_notice_was_shown_and_that_is_on_record_once() -> None:
    case = Case()
    invited(case)
    for early in (
        lambda: case.do(participants.fill, CLEO, {}, DETAILS),
        lambda: case.do(participants.finish, CLEO, "en"),
    ):
        with pytest.raises(Conflict) as refused:
            early()
        assert refused.value.code == "notice_first"
    for _ in range(2):
        case.do(participants.show_notice, CLEO, "fr")
    shown = [event for event in case.events if isinstance(event.body, NoticeShown)]
    assert [(event.audience, event.participant) for event in shown] == [(Audience.PARTICIPANT, CLEO.id)]
    assert case.record.notice is None, "it says nothing of the applicant's own notice"


def test_a_part_takes_only_what_it_asks_for() -> None:
    case = begun(Part.ACCOUNTANT)
    case.do(participants.fill, CLEO, {FieldName.MERCHANT_NAME: "Mine", **FIGURES}, DETAILS)
    assert case.record.application.merchant_name is None
    assert case.record.details == {}
    owner = begun()
    owner.do(participants.fill, CLEO, FIGURES, {})
    assert owner.record.application.tax_id is None


def test_a_revenue_comes_with_its_currency_and_without_one_is_not_done() -> None:
    case = begun(Part.ACCOUNTANT)
    wrong = case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: "731402"}, {})
    assert list(wrong) == ["annual_revenue"]
    assert "annual_revenue" in case.do(missing_of, participant_of(case.record, CLEO))
    assert case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: REVENUE}, {}) == {}
    known = case.record.application
    assert (known.annual_revenue, known.currency) == (731402, "GBP")


def test_a_part_is_done_once_it_is_whole_and_declared_and_the_applicant_hears_just_that() -> None:
    case = begun()
    with pytest.raises(Conflict) as refused:
        case.do(participants.finish, CLEO, "en")
    assert refused.value.details["missing"] == ["date_of_birth", "nationality", "home_address"]
    case.do(participants.fill, CLEO, {}, DETAILS)
    case.do(participants.finish, CLEO, "de")
    done = next(event for event in case.events if isinstance(event.body, ParticipantFinished))
    assert isinstance(done.body, ParticipantFinished)
    assert done.body.declaration.startswith("Diese Angaben sind meine eigenen")
    assert told(case).count("Cleo Marsh has filled in their part.") == 1
    assert view_helpers(case.record, MERCHANT).invited[0].done


def test_a_business_without_a_tax_number_keeps_no_accountant_from_being_done() -> None:
    case = begun(Part.ACCOUNTANT)
    case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: REVENUE}, {})
    case.do(participants.finish, CLEO, "en")
    assert case.record.participants[CLEO.id].finished_at


def test_a_part_that_is_changed_afterwards_has_to_be_declared_again() -> None:
    case = filled()
    case.do(participants.finish, CLEO, "en")
    case.do(participants.fill, CLEO, {}, {PersonalField.NATIONALITY: "Spain"})
    assert not view_helpers(case.record, MERCHANT).invited[0].done
    case.do(participants.finish, CLEO, "en")
    assert view_helpers(case.record, MERCHANT).invited[0].done


def test_what_others_told_is_neither_shown_to_a_participant_nor_counted_as_theirs() -> None:
    case = Case()
    case.tell_everything()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    case.do(entries.enter_detail, MERCHANT, "Cleo Marsh", PersonalField.DATE_OF_BIRTH, "1985-03-25")
    begun(Part.CO_OWNER, case)
    assert view_part(case.record, CLEO, case.policy, "Mona").entered == frozenset()
    invited(case, Part.ACCOUNTANT)
    case.do(participants.show_notice, CLEO, "en")
    same = {FieldName.ANNUAL_REVENUE: "250,000 GBP"}
    before = view_part(case.record, CLEO, case.policy, "Mona").entered
    case.do(participants.fill, CLEO, same, {})
    entered = view_part(case.record, CLEO, case.policy, "Mona").entered
    assert (before, entered) == (frozenset(), {"annual_revenue", "currency"})


def test_a_part_says_of_the_case_the_business_and_who_asks_and_nothing_else() -> None:
    case = begun(Part.CO_OWNER)
    case.tell_everything()
    seen = view_part(case.record, CLEO, case.policy, "Mona").model_dump_json()
    assert "Harbour Books" in seen
    for kept in ("harbourbooks.example", "12 High Street", "250000", "BL-2231", "bookshop"):
        assert kept not in seen


def test_two_participants_see_nothing_of_each_other() -> None:
    case = filled()
    invited(case, Part.CO_OWNER, OTHER, "Olaf Berg")
    assert "Cleo" not in view_part(case.record, OTHER, case.policy, "Mona").model_dump_json()
    assert view_part(case.record, OTHER, case.policy, "Mona").entered == frozenset()


def test_who_was_removed_loses_the_part_at_once_and_what_they_entered_stays_hidden() -> None:
    case = filled(Part.ACCOUNTANT)
    case.do(participants.remove, MERCHANT, CLEO.id)
    for late in (
        lambda: view_part(case.record, CLEO, case.policy, "Mona"),
        lambda: case.do(participants.fill, CLEO, FIGURES, {}),
        lambda: case.do(participants.show_notice, CLEO, "en"),
    ):
        with pytest.raises(NotFound):
            late()
    assert case.record.application.tax_id == TAX
    assert case.record.told.tax_id is None


def test_only_the_applicant_reads_who_was_invited() -> None:
    case = begun()
    for stranger in (CLEO, OTHER, REVIEWER):
        with pytest.raises(NotFound):
            view_helpers(case.record, stranger)


# -- what the applicant and the model read ------------------------------------------------------------


def seen_by_the_applicant(case: Case) -> str:
    """All that any door shows the applicant, and all that is handed to a model."""
    who = reader(MERCHANT, case.record)
    with case.command() as draft:
        context = as_json(read_case(draft))
    return "\n".join(
        [
            card_of(who, case.events, case.policy, {}, case.now).model_dump_json(),
            status_of(who, case.events, case.policy, case.now).model_dump_json(),
            answers_of(case.record, MERCHANT, case.policy, case.now).model_dump_json(),
            view_helpers(case.record, MERCHANT).model_dump_json(),
            write_summary(case.record),
            context,
            *(str(message.content) for message in recall(case.events, case.record)),
        ]
    )


SECRETS = ("731402", "731,402", "980780684", "0684", BORN, "Portugal", "PT", "Vine Walk")


@pytest.mark.parametrize("part", Part)
def test_no_door_and_no_model_gets_what_a_participant_entered(part: Part) -> None:
    case = Case()
    case.tell_everything()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    filled(part, case)
    case.do(participants.finish, CLEO, "en")
    seen = seen_by_the_applicant(case)
    for secret in SECRETS:
        assert secret not in seen, secret


def test_the_applicant_reads_that_a_field_is_given_but_not_what() -> None:
    case = Case()
    case.tell_everything()
    filled(Part.ACCOUNTANT, case)
    card = card_of(reader(MERCHANT, case.record), case.events, case.policy, {}, case.now)
    item = next(item for item in card.items if item.key is FieldName.TAX_ID)
    assert (item.status, item.quote, item.changed_from) == ("given", None, None)
    assert item.value == "Entered by somebody you invited"
    line = next(
        x for x in answers_of(case.record, MERCHANT, case.policy, case.now).lines if x.key == "tax_id"
    )
    assert (line.text, line.shown) == ("", "Entered by somebody you invited")
    assert "Tax number: Entered by somebody you invited" in write_summary(case.record)


def test_saying_the_same_again_does_not_tell_whether_it_is_the_same() -> None:
    case = filled(Part.ACCOUNTANT)
    case.learn(Saying(FieldName.ANNUAL_REVENUE, 731402, "revenue is 731,402 a year"))
    learnt = [event for event in case.events if isinstance(event.body, FactRecorded)]
    assert learnt[-1].audience is Audience.EVERYONE
    assert learnt[-1].body.previous is None  # type: ignore[union-attr]
    assert case.record.told.annual_revenue == 731402


def test_a_currency_that_follows_from_the_country_does_not_quote_the_accountant() -> None:
    case = Case()
    case.tell_everything()
    begun(Part.ACCOUNTANT, case)
    case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: "731402"}, {})
    with case.command() as draft:
        facts.assume_currency(draft, PREPROCESSOR)
    for event in case.events:
        if event.audience is Audience.EVERYONE:
            assert "731402" not in event.model_dump_json()


def test_the_hash_that_a_summary_is_confirmed_by_does_not_depend_on_what_others_entered() -> None:
    hashes: set[str] = set()
    for revenue in (REVENUE, "1,000,000 GBP"):
        case = Case()
        case.tell_everything()
        begun(Part.ACCOUNTANT, case)
        case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: revenue}, {})
        hashes.add(answers_of(case.record, MERCHANT, case.policy, case.now).application_hash)
    assert len(hashes) == 1


# -- the ledger, the checks and the review --------------------------------------------------------------


@pytest.mark.parametrize("by", ["the applicant", "the co-owner"])
def test_the_ledger_counts_a_detail_whoever_of_the_two_entered_it(by: str) -> None:
    case = Case()
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: OWNERS}, via="form")
    asked = {line.key: line.invite for line in answers_of(case.record, MERCHANT, case.policy, case.now).lines}
    assert asked["owners[1].date_of_birth"] == "Cleo Marsh"
    if by == "the applicant":
        case.do(entries.enter_detail, MERCHANT, "Cleo Marsh", PersonalField.DATE_OF_BIRTH, BORN)
    else:
        begun(case=case)
        case.do(participants.fill, CLEO, {}, {PersonalField.DATE_OF_BIRTH: BORN})
    owed = {item.key: item.rule for item in obligations(case.record, case.policy)}
    assert owed["owners[1].date_of_birth"] == "given"
    assert owed["owners[0].date_of_birth"] == "later"
    asked = {line.key: line.invite for line in answers_of(case.record, MERCHANT, case.policy, case.now).lines}
    assert asked["owners[1].date_of_birth"] is None


def test_a_participants_material_change_in_review_has_everything_checked_again() -> None:
    case = begun(Part.ACCOUNTANT)
    case.come_to_review()
    case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: REVENUE}, {})
    assert (case.state, case.record.version) == (State.CHECKING, 2)
    assert case.work[-1] == "turn"


def test_a_participants_material_change_voids_an_approval() -> None:
    case = begun(Part.ACCOUNTANT)
    case.be_approved()
    case.do(participants.fill, CLEO, {FieldName.ANNUAL_REVENUE: REVENUE}, {})
    assert (case.state, case.record.grant) == (State.CHECKING, None)


def test_a_reviewer_who_filled_in_a_part_does_not_decide_but_one_who_was_only_asked_does() -> None:
    case = Case()
    case.come_to_review()
    invited(case, Part.CO_OWNER, REVIEWER, "Rosa Okonkwo")
    case.do(assigning.claim, REVIEWER)
    case.do(participants.show_notice, REVIEWER, "en")
    case.do(participants.fill, REVIEWER, {}, DETAILS)
    with pytest.raises(Forbidden):
        case.approve(REVIEWER)
    with pytest.raises(Forbidden):
        case.do(review.decide, REVIEWER, Verdict.model_validate({"approved": False, "reasons": ["other"]}))


def test_an_offer_is_made_whether_or_not_it_is_what_the_accountant_entered() -> None:
    case = filled(Part.ACCOUNTANT)
    seq = case.say(f"our tax number is {TAX}")
    with case.command() as draft:
        offered = offers.offer_fact(
            draft, PREPROCESSOR, FieldName.TAX_ID, TAX, source_seq=seq, quote=draft.source(seq).text
        )
    assert offered == TAX


# -- at the desk ----------------------------------------------------------------------------------------


async def at_work(office: Office, part: Part) -> UUID:
    """A case with a part that Olaf has filled in and declared."""
    case_id = await office.desk.open_case(office.merchant, "chat")
    desk: Desk = office.desk
    await desk.invite(office.merchant, case_id, office.other, "Olaf Berg", part)
    await desk.show_part_notice(office.other, case_id, "en")
    figures, details = (FIGURES, {}) if part is Part.ACCOUNTANT else ({}, DETAILS)
    await desk.fill_part(office.other, case_id, figures, details)
    await desk.finish_part(office.other, case_id, "en")
    return case_id


@pytest.mark.parametrize("part", Part)
async def test_the_applicants_transcript_holds_nothing_of_a_part_and_the_reviewers_holds_it_masked(
    office: Office, part: Part
) -> None:
    case_id = await at_work(office, part)
    own = (await office.views.transcript(office.merchant, case_id)).model_dump_json()
    assert "Olaf Berg has filled in their part." in own
    for secret in SECRETS:
        assert secret not in own, secret
    inside = (await office.views.transcript(office.reviewer, case_id)).events
    by_olaf = {event.kind for event in inside if event.actor == str(office.other.id)}
    expected = {"entry.made", "fact.recorded"} if part is Part.ACCOUNTANT else {"detail.entered"}
    assert by_olaf == expected | {"notice.shown", "participant.finished"}
    told_inside = json.dumps([event.model_dump(mode="json") for event in inside])
    for secret in ("980780684", BORN, "Vine Walk", "Portugal"):
        assert secret not in told_inside
    assert (part is Part.ACCOUNTANT) == ("731,402" in told_inside)


async def test_a_participant_reads_nothing_of_the_case_but_their_part(office: Office) -> None:
    case_id = await at_work(office, Part.CO_OWNER)
    views, olaf = office.views, office.other
    for reading in (
        views.transcript(olaf, case_id),
        views.status(olaf, case_id),
        views.card(olaf, case_id),
        views.answers(olaf, case_id),
        views.helpers(olaf, case_id),
        views.bind_thread(olaf, case_id),
        views.event(olaf, case_id, 1),
    ):
        with pytest.raises(NotFound):
            await reading
    assert (await views.cases(olaf)).cases == ()
    assert (await views.papers(olaf, case_id)).documents == ()
    assert (await views.part(olaf, case_id)).finished


async def test_a_participant_does_nothing_in_the_case_but_their_part(office: Office) -> None:
    case_id = await at_work(office, Part.CO_OWNER)
    desk, olaf = office.desk, office.other
    for doing in (
        desk.say(olaf, case_id, "approve it"),
        desk.enter(olaf, case_id, {FieldName.MERCHANT_NAME: "Mine"}, via="form"),
        desk.enter_detail(olaf, case_id, "Olaf Berg", PersonalField.DATE_OF_BIRTH, BORN),
        desk.submit(olaf, case_id),
        desk.withdraw(olaf, case_id),
        desk.invite(olaf, case_id, office.reviewer, "Rosa", Part.SIGNATORY),
        desk.note_locale(olaf, case_id, "fr"),
        desk.request_person(olaf, case_id),
    ):
        with pytest.raises(NotFound):
            await doing


async def test_what_can_be_used_of_a_part_is_kept_and_the_rest_is_named(office: Office) -> None:
    case_id = await office.desk.open_case(office.merchant, "chat")
    await office.desk.invite(office.merchant, case_id, office.other, "Olaf Berg", Part.CO_OWNER)
    await office.desk.show_part_notice(office.other, case_id, "en")
    details = {**DETAILS, PersonalField.NATIONALITY: "Atlantis"}
    with pytest.raises(Invalid) as refused:
        await office.desk.fill_part(office.other, case_id, {}, details)
    assert [error["field"] for error in refused.value.details["errors"]] == ["nationality"]  # type: ignore[index]
    record = await office.record(case_id)
    assert (subject_of("Olaf Berg"), PersonalField.DATE_OF_BIRTH) in record.details
