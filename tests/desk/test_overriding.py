"""Who overrides what, for how long, and what an approval makes of it."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from cases.access import Audience, Person, Role
from cases.checks import Check, CheckStatus
from cases.decision import Verdict
from cases.errors import Forbidden, NotFound, OnboardError
from cases.events import CheckMade, OverrideRecorded
from cases.overrides import effective_level
from cases.screening import MatchVerdict
from cases.states import State
from desk import checking, matching, overriding, review, submission
from desk.card import Card, card_of
from desk.event_view import view_event
from desk.rights import reader
from desk.status import CaseStatus, status_of
from tests.desk.cast import (
    ANALYST,
    BASIC,
    CHANGES,
    COMPLIANCE,
    DEVELOPER,
    MERCHANT,
    NOW,
    OTHER,
    REVIEWER,
    SECOND,
    VALIDATOR,
    Case,
    make_checks,
    match_of,
)
from tests.desk.office import Office

BOTH = Person(uuid4(), "both@people.example", "Bo", frozenset({Role.MERCHANT, Role.REVIEWER}))
ADDRESS = "complete_address"
TODAY = NOW.date()
WEEK = TODAY + timedelta(days=7)
BLOCKING = BASIC.model_copy(update={"blocking_checks": (ADDRESS,)})
HIGH_TWICE = BASIC.model_copy(update={"second_approval": ("high",)})
APPROVED = Verdict(approved=True)
REASON = "Seen on site qx9 on Monday."


def in_review(level: str = "low", **given: object) -> Case:
    """A case in review whose checks have failed."""
    case = Case(**given)  # type: ignore[arg-type]
    case.tell_everything()
    case.do(submission.submit, case.opened_by)
    case.check(CheckStatus.FAILED, level)
    case.do(checking.conclude)
    return case


def overrides(case: Case, subject: str = ADDRESS, by: Person = REVIEWER, **changes: object) -> None:
    given = {"reason": REASON, "until": WEEK, **changes}
    case.do(overriding.override, by, subject, **given)


def refused(case: Case, act: object, *arguments: object, **named: object) -> OnboardError:
    before = list(case.events)
    with pytest.raises(OnboardError) as error:
        case.do(act, *arguments, **named)  # type: ignore[arg-type]
    assert case.events == before
    return error.value


def refusal(case: Case, subject: str = ADDRESS, by: Person = REVIEWER, **changes: object) -> OnboardError:
    given = {"reason": REASON, "until": WEEK, **changes}
    return refused(case, overriding.override, by, subject, **given)


def card(case: Case, by: Person = REVIEWER) -> Card:
    return card_of(reader(by, case.record), case.events, case.policy, {}, case.now)


def status(case: Case, by: Person = REVIEWER) -> CaseStatus:
    return status_of(reader(by, case.record), case.events, case.policy, case.now)


# -- who, what, until when --------------------------------------------------------------------------


@pytest.mark.parametrize("by", [REVIEWER, SECOND, COMPLIANCE], ids=lambda by: by.name)
def test_reviewers_and_compliance_override_and_only_staff_hear_of_it(by: Person) -> None:
    case = in_review()
    overrides(case, by=by)
    event = case.events[-1]
    assert (event.actor, event.audience, event.body.kind) == (
        str(by.id),
        Audience.STAFF,
        "override.recorded",
    )
    assert case.record.checks[ADDRESS].status is CheckStatus.FAILED
    assert case.work[-1] == "reassess"


@pytest.mark.parametrize(
    ("by", "error"),
    [(MERCHANT, Forbidden), (ANALYST, Forbidden), (OTHER, NotFound), (DEVELOPER, NotFound)],
)
def test_nobody_else_overrides_or_withdraws(by: Person, error: type[OnboardError]) -> None:
    case = in_review()
    assert isinstance(refusal(case, by=by), error)
    overrides(case)
    assert isinstance(refused(case, overriding.withdraw_override, by, ADDRESS, "No."), error)


def test_nobody_overrides_in_an_application_of_their_own() -> None:
    assert isinstance(refusal(in_review(opened_by=BOTH), by=BOTH), Forbidden)


@pytest.mark.parametrize(
    ("subject", "changes", "status", "code"),
    [
        ("never_made", {}, 422, "no_such_check"),
        ("", {}, 422, "no_such_check"),
        ("risk", {}, 422, "level_needed"),
        ("risk", {"level": "low"}, 409, "same_level"),
        (ADDRESS, {"level": "low"}, 422, "level_not_possible"),
        (ADDRESS, {"reason": " \n "}, 422, "reason_needed"),
        (ADDRESS, {"reason": "x" * 4001}, 422, "too_long"),
        (ADDRESS, {"until": TODAY - timedelta(days=1)}, 422, "expiry_not_possible"),
        (ADDRESS, {"until": TODAY + timedelta(days=31)}, 422, "expiry_not_possible"),
        (ADDRESS, {"until": date.max}, 422, "expiry_not_possible"),
        (ADDRESS, {"version": 2}, 409, "stale_version"),
    ],
)
def test_what_cannot_be_overridden_so_is_refused_with_its_code(
    subject: str, changes: dict[str, object], status: int, code: str
) -> None:
    error = refusal(in_review(), subject, **changes)
    assert (error.status, error.code) == (status, code)


def test_a_check_that_holds_needs_no_override() -> None:
    case = Case()
    case.come_to_review()
    error = refusal(case)
    assert (error.status, error.code) == (409, "check_holds")


@pytest.mark.parametrize(("subject", "level"), [(ADDRESS, None), ("risk", "high")])
def test_what_the_policy_lets_nobody_override_nobody_does(subject: str, level: str | None) -> None:
    policy = BLOCKING.model_copy(update={"never_override": (ADDRESS, "risk")})
    case = in_review(policy=policy)
    error = refusal(case, subject, level=level)
    assert (error.status, error.code) == (409, "never_overridden")
    assert {each.key for each in card(case).staff.overriding.subjects} == {"screening", "kyc_complete"}


def test_nobody_overrides_the_lists_once_a_sanctions_match_is_confirmed() -> None:
    case = Case(policy=BASIC.model_copy(update={"blocking_checks": ("screening",)}))
    match = match_of()
    case.come_to_review(match)
    overrides(case, "screening")
    case.do(
        matching.resolve_match,
        SECOND,
        match.pair,
        MatchVerdict.TRUE_MATCH,
        "It is them.",
        matching.CONFIRMATION,
    )
    assert refusal(case, "screening").code == "never_overridden"
    assert "screening" not in {each.key for each in card(case).staff.overriding.subjects}
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"


def test_overrides_are_recorded_and_withdrawn_under_review_only() -> None:
    case = in_review()
    overrides(case)
    case.approve()
    assert refusal(case).code == "not_in_review"
    assert refused(case, overriding.withdraw_override, REVIEWER, ADDRESS, "No.").code == "not_in_review"


def test_reasons_are_kept_without_secrets_and_shown_without_them() -> None:
    case = in_review()
    overrides(case, reason="Their number is 987-65-4321.")
    made = next(e.body for e in case.events if isinstance(e.body, OverrideRecorded))
    assert "987-65" not in made.override.reason
    assert set(made.secrets.values()) == {"987-65-4321"}
    case.approve()
    seen = [view_event(event, reader(REVIEWER, case.record), {}).model_dump_json() for event in case.events]
    told = "\n".join([*seen, card(case).model_dump_json(), status(case).model_dump_json()])
    assert "987-65" not in told
    assert "⟦" not in told


# -- what follows -----------------------------------------------------------------------------------


def test_a_check_that_bars_an_approval_lets_it_pass_while_it_is_overridden() -> None:
    case = in_review(policy=BLOCKING)
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"
    overrides(case)
    assert case.approve(comments="fine") == "onboarding_triggered"
    decision = case.record.decision
    assert decision is not None
    assert decision.overrides == (f"Business address: overridden by Rosa until 11 Mar 2025: {REASON}",)
    assert ADDRESS not in decision.acknowledged
    assert "screening" in decision.acknowledged


def test_it_bars_again_on_the_day_after() -> None:
    case = in_review(policy=BLOCKING)
    overrides(case, until=TODAY)
    case.pass_time(timedelta(days=1))
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"
    overrides(case, until=TODAY + timedelta(days=1))
    assert case.approve() == "onboarding_triggered"


def test_it_bars_again_once_the_override_is_withdrawn() -> None:
    case = in_review(policy=BLOCKING)
    overrides(case)
    assert refused(case, overriding.withdraw_override, SECOND, ADDRESS, " ").code == "reason_needed"
    case.do(overriding.withdraw_override, SECOND, ADDRESS, "The photograph is of another shop.")
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"
    error = refused(case, overriding.withdraw_override, SECOND, ADDRESS, "Twice.")
    assert (error.status, error.code) == (409, "not_overridden")


def test_it_bars_again_once_the_application_is_another_one() -> None:
    case = in_review(policy=BLOCKING)
    overrides(case)
    case.learn(CHANGES[2])
    case.check(CheckStatus.FAILED)
    case.do(checking.conclude)
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"
    assert card(case).staff.overriding.overrides[0].lapsed == "the application has changed since"


def test_it_bars_again_once_the_check_finds_something_else() -> None:
    case = in_review(policy=BLOCKING)
    overrides(case)
    other = Check(key=ADDRESS, status=CheckStatus.FAILED, reason="There is no such street.")
    with case.command() as draft:
        draft.add(CheckMade(check=other), VALIDATOR)
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"


def test_a_check_that_was_never_made_cannot_be_approved_past() -> None:
    policy = BASIC.model_copy(update={"blocking_checks": ("never_made",)})
    case = in_review(policy=policy)
    assert refusal(case, "never_made").code == "no_such_check"
    assert refused(case, review.decide, REVIEWER, APPROVED).code == "checks_outstanding"


def test_the_second_of_two_needs_the_override_to_be_in_force_as_well() -> None:
    policy = BLOCKING.model_copy(update={"second_approval": ("low",)})
    case = in_review(policy=policy)
    overrides(case)
    assert case.approve(REVIEWER) == "awaiting_second_approval"
    case.do(overriding.withdraw_override, SECOND, ADDRESS, "Not the same shop.")
    assert refused(case, review.decide, SECOND, APPROVED).code == "checks_outstanding"
    overrides(case, by=SECOND)
    assert case.approve(SECOND) == "onboarding_triggered"


@pytest.mark.parametrize(("scored", "level"), [("high", "low"), ("low", "medium")])
def test_an_overridden_score_needs_a_second_person_and_stays_on_record(scored: str, level: str) -> None:
    case = in_review(scored, policy=HIGH_TWICE)
    overrides(case, "risk", level=level)
    assert effective_level(case.record, case.now) == level
    assert case.record.scorecard.level == scored
    assert case.approve(REVIEWER) == "awaiting_second_approval"
    assert refused(case, review.decide, REVIEWER, APPROVED).status == 403
    assert case.approve(SECOND) == "onboarding_triggered"
    assert case.record.decision.overrides[0].startswith(f"Risk: overridden to {level} by Rosa until")


def test_an_overridden_score_needs_no_second_person_where_the_policy_knows_none() -> None:
    case = in_review("high")
    overrides(case, "risk", level="low")
    assert case.approve() == "onboarding_triggered"


def test_a_score_that_is_no_longer_overridden_counts_as_it_is() -> None:
    case = in_review("low", policy=HIGH_TWICE)
    overrides(case, "risk", level="high")
    case.do(overriding.withdraw_override, SECOND, "risk", "A mistake.")
    assert case.approve() == "onboarding_triggered"


# -- who reads it -----------------------------------------------------------------------------------


def test_the_card_shows_it_beside_what_was_found_and_what_may_be_overridden() -> None:
    case = in_review()
    overrides(case)
    staff = card(case).staff
    (shown,) = staff.overriding.overrides
    assert shown.words == f"Overridden by Rosa until 11 Mar 2025: {REASON}"
    assert shown.lapsed is None
    assert next(check for check in staff.checks if check.key == ADDRESS).status == "failed"
    assert [subject.label for subject in staff.overriding.subjects][:2] == ["Risk", "Business address"]
    assert (staff.overriding.earliest, staff.overriding.latest) == (TODAY, TODAY + timedelta(days=30))
    case.pass_time(timedelta(days=8))
    assert card(case).staff.overriding.overrides[0].lapsed == "it has expired"


@pytest.mark.parametrize("by", [REVIEWER, COMPLIANCE], ids=lambda by: by.name)
def test_who_may_is_offered_it_under_review(by: Person) -> None:
    case = in_review()
    assert {"override", "withdraw_override"} <= set(card(case, by).actions)
    assert not {"override", "withdraw_override"} & set(card(case, ANALYST).actions)
    case.approve()
    assert not {"override", "withdraw_override"} & set(card(case, by).actions)


def test_the_answer_over_rest_names_it_at_the_check_the_risk_and_the_decision() -> None:
    case = in_review()
    plain = status(case).model_dump(mode="json", exclude_unset=True)
    assert not any("override" in check for check in plain["checks"])
    assert set(plain["risk"]) == {"score", "level", "reasons"}
    overrides(case)
    overrides(case, "risk", level="high")
    case.approve()
    told = status(case).model_dump(mode="json", exclude_unset=True)
    check = next(check for check in told["checks"] if check["key"] == ADDRESS)
    assert check["status"] == "failed"
    assert (check["override"]["by"], check["override"]["reason"]) == ("Rosa", REASON)
    assert (told["risk"]["level"], told["risk"]["override"]["level"]) == ("low", "high")
    assert len(told["decision"]["overrides"]) == 2


def test_a_merchant_reads_nothing_of_it() -> None:
    case = in_review()
    overrides(case)
    case.do(overriding.withdraw_override, SECOND, ADDRESS, REASON)
    overrides(case)
    for decided in (False, True):
        if decided:
            case.approve()
        me = reader(MERCHANT, case.record)
        read = [view_event(e, me, {}).model_dump_json() for e in case.events if me.sees(e)]
        views = [
            card(case, MERCHANT).model_dump_json(),
            status(case, MERCHANT).model_dump_json(exclude_unset=True),
        ]
        told = "\n".join([*read, *views])
        assert "qx9" not in told
        assert "verrid" not in told


async def test_the_queue_names_it_to_staff_until_it_expires(office: Office) -> None:
    case_id = await office.submitted()
    async with office.desk.case(case_id) as draft:
        make_checks(draft, CheckStatus.FAILED, "low")
        checking.conclude(draft)
    until = office.clock().date()
    await office.desk.override(office.reviewer, case_id, ADDRESS, REASON, until)
    (line,) = (await office.views.cases(office.analyst)).cases
    (words,) = line.overrides
    assert words.startswith("Business address: overridden by")
    assert words.endswith(REASON)
    assert (await office.views.cases(office.merchant)).cases[0].overrides == ()
    assert await office.views.overrides(office.merchant, case_id) == ()
    office.clock.pass_time(timedelta(days=1))
    assert (await office.views.cases(office.analyst)).cases[0].overrides == ()
    assert (await office.record(case_id)).state is State.IN_REVIEW
