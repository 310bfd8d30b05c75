"""What reviewers do, and those who would like to."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from cases.access import Person
from cases.checks import Check, CheckStatus
from cases.decision import Verdict
from cases.resolutions import is_barred
from cases.screening import MatchVerdict, Topic
from desk import assigning, checking, conversation, matching, overriding, review
from tests.desk.cast import COMPLIANCE, REVIEWER, STAFF_ONLY, VALIDATOR, match_of
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import JUDGES, MATCHES, REVIEWED, REVIEWERS, judges, reviewers


class ReviewerRules(GoingCase):
    """What reviewers do, and those who would like to."""

    @rule(who=reviewers)
    def somebody_joins_and_claims(self, who: Person) -> None:
        self.attempt(conversation.join, who)
        self.attempt(assigning.claim, who)

    @rule(who=reviewers)
    def somebody_leaves(self, who: Person) -> None:
        self.attempt(conversation.leave, who)

    @rule(who=reviewers)
    def somebody_asks(self, who: Person) -> None:
        self.attempt(review.ask, who, "Who owns the firm? Is 123-45-6789 theirs?", "The register is silent.")

    @precondition(lambda self: self.case.state.value in ("approved", *REVIEWED))
    @rule(
        who=st.one_of(reviewers, st.just(COMPLIANCE)),
        subject=st.sampled_from(["complete_address", "complete_address", "risk", "screening", "never_made"]),
        level=st.sampled_from(["low", "medium"]),
        days=st.sampled_from([0, 1, 7, 31]),
        version=st.sampled_from([None, None, 1, 2]),
    )
    def somebody_overrides(
        self, who: Person, subject: str, level: str, days: int, version: int | None
    ) -> None:
        before = self.case.record
        until = self.case.now.date() + timedelta(days=days)
        named = {"level": level if subject == "risk" else None, "version": version}
        if self.attempt(overriding.override, who, subject, STAFF_ONLY, until, **named):
            assert before.state.value in ("in_review", "awaiting_second_approval")
            assert who in (*REVIEWERS, COMPLIANCE)
            assert who != self.case.opened_by
            assert days < 31
            assert version in (None, before.version)
            assert subject not in self.case.policy.never_override
            after = self.case.record
            assert (after.checks, after.scorecard) == (before.checks, before.scorecard)

    @precondition(lambda self: self.case.record.overrides)
    @rule(who=reviewers, subject=st.sampled_from(["complete_address", "risk"]))
    def somebody_withdraws_an_override(self, who: Person, subject: str) -> None:
        before = self.case.record.overrides
        if self.attempt(overriding.withdraw_override, who, subject, STAFF_ONLY):
            assert set(before) - set(self.case.record.overrides) == {subject}

    @precondition(lambda self: self.case.state.value == "checking")
    @rule(status=st.sampled_from(CheckStatus))
    def a_case_is_approved_past_an_address_that_need_not_hold(self, status: CheckStatus) -> None:
        self.case.check(CheckStatus.HELD)
        check = Check(key="complete_address", status=status, reason=STAFF_ONLY)
        self.case.do(checking.record_check, VALIDATOR, check)
        self.case.do(checking.conclude)
        self.attempt(review.accept_failed_check, REVIEWER)
        self.attempt(overriding.override, REVIEWER, check.key, STAFF_ONLY, self.case.now.date())
        assert self.attempt(review.decide, REVIEWER, Verdict(approved=True))

    @rule(who=judges, verdict=st.sampled_from(MatchVerdict), topic=st.sampled_from(MATCHES))
    def somebody_finds_out_about_a_match(self, who: Person, verdict: MatchVerdict, topic: Topic) -> None:
        before = self.case.record
        match = match_of(topic)
        found = (match.pair, verdict, STAFF_ONLY, matching.CONFIRMATION)
        if self.attempt(matching.resolve_match, who, *found):
            assert who in JUDGES
            assert who != self.case.opened_by
            known = before.resolutions.get(match.pair)
            assert not (known and known.verdict is MatchVerdict.TRUE_MATCH and topic is Topic.SANCTION)

    @rule(who=judges, topic=st.sampled_from(MATCHES))
    def somebody_opens_a_match_again(self, who: Person, topic: Topic) -> None:
        barred = is_barred(self.case.record)
        self.attempt(matching.reopen_match, who, match_of(topic).pair, STAFF_ONLY)
        assert is_barred(self.case.record) == barred

    @rule(who=reviewers)
    def somebody_takes_a_failed_check_as_it_is(self, who: Person) -> None:
        before = self.case.record.checks
        if self.attempt(review.accept_failed_check, who):
            assert self.case.record.checks == before
