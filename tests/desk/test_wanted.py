"""What is asked of a merchant besides: they read what, why and where, and nothing waits for it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from cases.application import FieldName, Owner
from cases.documents import DocumentKind, RefusalCode
from cases.events import MessageSaid
from cases.languages import LANGUAGES, Language
from cases.ownership.of_case import known_parties
from cases.ownership.stated import MERCHANT as SHOP
from cases.ownership.structure import PartyKind, RoleKind
from cases.participants import PersonalField
from cases.policy.business import Addition
from desk import checking, documents, entries, help_wanted, locale, parties, submission
from desk.papers_wanted import PaperWanted, papers_wanted
from desk.party_entries import HoldingEntry, PartyEntry, RoleEntry
from desk.rights import reader
from desk.status import status_of
from desk.wordbook import wordbook
from tests.cases.behind import RULES
from tests.desk.cast import BASIC, MERCHANT, REVIEWER, Case
from tests.desk.test_documents import paper
from tests.desk.test_own_card import own
from tests.policies import FULL

AT_LOW_RISK = {
    "when": {"tier": ["low"]},
    "documents": ["bank_statement"],
    "due": "later",
    "rule": "At low risk the account is looked at on paper.",
}
MORE = (Addition.model_validate(AT_LOW_RISK),)
ASKING = BASIC.model_copy(update={"restricted": FULL.restricted, "more": MORE})
IDENTIFY = (PersonalField.DATE_OF_BIRTH, PersonalField.NATIONALITY)
WHO = BASIC.model_copy(update={"ownership": RULES.model_copy(update={"identify": IDENTIFY})})


def pharmacy() -> Case:
    case = Case(policy=ASKING)
    case.tell_everything()
    case.do(entries.enter, MERCHANT, {FieldName.BUSINESS_TYPE: "pharmacy"}, via="form")
    return case


def reviewed(case: Case) -> Case:
    case.do(submission.submit, MERCHANT)
    case.check()
    case.do(checking.conclude)
    return case


def papers(case: Case, language: Language = "en") -> dict[str, PaperWanted]:
    return {paper.kind.value: paper for paper in papers_wanted(case.record, case.policy, wordbook(language))}


def send(case: Case, kind: DocumentKind) -> UUID:
    document_id = uuid4()
    case.do(documents.receive, MERCHANT, replace(paper(kind.value), kind=kind), document_id)
    return document_id


def messages(case: Case) -> list[str]:
    return [event.body.text for event in case.events if isinstance(event.body, MessageSaid)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_of_a_listed_line_is_asked_for_with_its_rule_in_the_merchants_language(
    language: Language,
) -> None:
    case = pharmacy()
    case.do(locale.note_locale, MERCHANT, language)
    (asked,) = own(case).papers
    assert (asked.kind, asked.group, asked.status) == (DocumentKind.LICENCE, "now", "currently_due")
    assert asked.reason == wordbook(language)("paper.rule_pharmacy")
    assert own(case).next == wordbook(language)("card.next_confirm_papers")


def test_it_never_keeps_an_application_from_being_sent_and_is_ticked_once_it_is_there() -> None:
    case = reviewed(pharmacy())
    send(case, DocumentKind.LICENCE)
    assert papers(case)["licence"].is_sent
    assert papers(case)["licence"].problem is None


def test_one_that_cannot_be_used_is_asked_for_again_and_one_of_the_teams_own_counts_for_nothing() -> None:
    case = reviewed(pharmacy())
    sent = send(case, DocumentKind.LICENCE)
    case.do(documents.refuse, REVIEWER, sent, RefusalCode.BLURRED, "")
    case.do(documents.attach, REVIEWER, replace(paper("ours"), kind=DocumentKind.LICENCE), uuid4())
    assert papers(case)["licence"].status == "currently_due"
    assert papers(case)["licence"].problem is not None


def test_a_rule_on_the_risk_is_no_reason_that_its_merchant_reads() -> None:
    asked = papers(reviewed(pharmacy()))["bank_statement"]
    assert asked.reason == wordbook("en")("paper.why_bank_statement")
    assert "risk" not in asked.reason


def test_rest_lists_them_among_what_is_required() -> None:
    case = pharmacy()
    shown = status_of(reader(MERCHANT, case.record), case.events, case.policy, case.now)
    asked = {item.key: item.status for item in shown.requirements}
    assert asked["documents.licence"] == "currently_due"


def behind() -> Case:
    """A case in review of which it is not known who Ada Marsh is, nor who runs it."""
    case = Case(policy=WHO)
    case.tell_everything()
    owners = [Owner(name="Ada Marsh", ownership_percent=100)]
    case.do(entries.enter, MERCHANT, {FieldName.OWNERS: owners}, via="form")
    return reviewed(case)


def test_who_is_behind_it_is_told_once_after_the_checks_with_what_why_and_where() -> None:
    case = behind()
    told = messages(case)[-1]
    assert "The law asks" in told
    assert f"(/owners/{case.record.id})" in told
    assert "- Ada Marsh: date of birth" in told
    again = reviewed_again(case)
    assert messages(again).count(told) == 1


def reviewed_again(case: Case) -> Case:
    case.do(entries.enter, MERCHANT, {FieldName.YEARS_IN_BUSINESS: 7}, via="form")
    case.check()
    case.do(checking.conclude)
    return case


def test_whoever_asks_is_told_what_is_wanted_and_whoever_gave_everything_that_nothing_is() -> None:
    case = behind()
    case.do(help_wanted.tell_standing)
    assert "Ada Marsh: " in messages(case)[-1]
    assert "Nothing is needed" not in messages(case)[-1]
    give_everything(case)
    case.do(help_wanted.tell_standing)
    assert "Ada Marsh" not in messages(case)[-1]
    assert "Nothing is needed from you now." in messages(case)[-1]
    assert own(case).next.endswith("Nothing is needed from you now.")


def give_everything(case: Case) -> None:
    stated = PartyEntry(
        name="Ada Marsh",
        kind=PartyKind.PERSON,
        holdings=(HoldingEntry.model_validate({"of": SHOP, "share": 100}),),
        roles=(RoleEntry(role=RoleKind.CONTROL_PERSON, at=SHOP),),
    )
    known = {party.name: id_ for id_, party in known_parties(case.record).items()}
    case.do(parties.state_party, MERCHANT, known["Ada Marsh"], stated)
    for field, text in ((PersonalField.DATE_OF_BIRTH, "1985-03-24"), (PersonalField.NATIONALITY, "GB")):
        case.do(entries.enter_detail, MERCHANT, "Ada Marsh", field, text)
    case.check()
    case.do(checking.conclude)


def test_a_policy_that_does_not_ask_tells_nothing_of_it() -> None:
    case = Case()
    case.come_to_review()
    assert own(case).papers == ()
    assert not any("/owners/" in text or "/upload/" in text for text in messages(case))
    assert own(case).next.endswith("Nothing is needed from you now.")
