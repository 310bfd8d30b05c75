"""Deciding, and what may follow: taking back, appeals, second looks, the leads."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from cases.access import Person
from cases.decision import Conditions, Verdict
from desk import appealing, escalating, review, second_looks
from tests.desk.cast import STAFF_ONLY
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import (
    BEING_MADE,
    CONDITIONS,
    REVIEWED,
    REVIEWERS,
    TALK,
    judges,
    merchants,
    reviewers,
)


class DecidingRules(GoingCase):
    """Deciding, and what may follow: taking back, appeals, second looks, the leads."""

    @rule(
        who=reviewers,
        approved=st.booleans(),
        version=st.sampled_from([None, None, 1, 2]),
        conditions=st.sampled_from(CONDITIONS),
    )
    def somebody_decides(
        self, who: Person, approved: bool, version: int | None, conditions: Conditions
    ) -> None:
        before = self.case.record
        verdict = Verdict(approved=approved, version=version, comments=STAFF_ONLY, conditions=conditions)
        if self.attempt(review.decide, who, verdict):
            assert before.state.value in ("in_review", "awaiting_second_approval")
            assert version in (None, before.version)
            assert who in REVIEWERS
            assert who != self.case.opened_by
            assert approved or conditions == Conditions()

    @precondition(lambda self: self.case.state.value in ("in_review", "awaiting_second_approval"))
    @rule(approved=st.booleans())
    def the_applicant_decides(self, approved: bool) -> None:
        assert not self.attempt(review.decide, self.case.opened_by, Verdict(approved=approved))

    @precondition(lambda self: self.case.state.value in BEING_MADE)
    @rule(who=reviewers)
    def somebody_takes_back(self, who: Person) -> None:
        before = self.case.record.drawn
        if self.attempt(review.take_back, who):
            assert self.case.record.grant is None
            assert self.case.record.drawn is None
        else:
            assert self.case.record.drawn == before

    @precondition(lambda self: self.case.record.drawn is not None)
    @rule(who=judges, agrees=st.booleans())
    def somebody_has_a_second_look(self, who: Person, agrees: bool) -> None:
        before = self.case.record
        if self.attempt(second_looks.record_second_look, who, STAFF_ONLY, agrees=agrees):
            after = self.case.record
            assert before.drawn is not None
            assert who.id not in before.drawn.deciders
            assert who != self.case.opened_by
            assert (after.state, after.decision, after.grant) == (
                before.state,
                before.decision,
                before.grant,
            )

    @precondition(lambda self: self.case.state.value in REVIEWED)
    @rule(who=reviewers)
    def somebody_raises_it_to_the_leads(self, who: Person) -> None:
        before = self.case.state
        if self.attempt(escalating.escalate, who, STAFF_ONLY):
            assert self.case.state is before
            assert not self.attempt(review.decide, who, Verdict(approved=True))

    @precondition(lambda self: self.case.state.value in ("rejected", *REVIEWED))
    @rule(who=merchants, text=st.sampled_from([*TALK, " "]))
    def somebody_appeals(self, who: Person | None, text: str) -> None:
        before = self.case.record
        if self.attempt(appealing.appeal, self.merchant(who), text):
            assert self.merchant(who) == self.case.opened_by
            assert before.state.value == "rejected"
            assert before.decision == self.case.record.appeals[-1].declined
