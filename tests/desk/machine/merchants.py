"""What somebody on the merchant's side says and does."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from cases.access import Person
from cases.errors import Forbidden
from cases.events import MessageSaid
from cases.participants import Part, PersonalField
from desk import conversation, facts, participants, review, submission
from tests.desk.cast import CHANGES, COMPLETE, PREPROCESSOR, Saying
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import CHANGEABLE, HELPS, TALK, anybody, merchants


class MerchantRules(GoingCase):
    """What somebody on the merchant's side says and does."""

    @rule(who=merchants, text=st.sampled_from(TALK))
    def somebody_talks(self, who: Person | None, text: str) -> None:
        before = self.case.record
        if self.attempt(conversation.say, self.merchant(who), text):
            after = self.case.record
            assert (after.state, after.version) == (before.state, before.version)
            assert after.grant == before.grant

    @rule(who=merchants, saying=st.sampled_from([*COMPLETE, *CHANGES]))
    def somebody_states_a_fact(self, who: Person | None, saying: Saying) -> None:
        if self.attempt(conversation.say, self.merchant(who), saying.text):
            seq = self.case.record.last_seq
            own_words = self.merchant(who) == self.case.opened_by
            before = self.case.record
            body = self.case.events[seq - 1].body
            assert isinstance(body, MessageSaid)
            named = {"source_seq": seq, "quote": body.text}
            taken = self.attempt(facts.record_fact, PREPROCESSOR, saying.name, saying.value, **named)
            assert own_words or not taken
            if taken and before.grant is not None and before.application.get(saying.name) != saying.value:
                assert self.case.record.grant is None
                assert self.case.record.version == before.version + 1

    @precondition(lambda self: self.case.state.value in CHANGEABLE)
    @rule(saying=st.sampled_from(CHANGES))
    def the_merchant_changes_their_mind(self, saying: Saying) -> None:
        before = self.case.record
        self.case.learn(saying)
        if before.application.get(saying.name) != saying.value:
            after = self.case.record
            assert after.state.value == "checking"
            assert after.version == before.version + 1
            assert after.assignee == before.assignee
            assert (after.grant, after.approvals, after.decision) == (None, (), None)
            assert (dict(after.checks), after.scorecard) == ({}, None)

    @rule(seq=st.integers(1, 60), saying=st.sampled_from(CHANGES))
    def an_agent_invents_a_fact(self, seq: int, saying: Saying) -> None:
        before = self.case.record.application
        named = {"source_seq": seq, "quote": "the applicant says so"}
        assert not self.attempt(facts.record_fact, PREPROCESSOR, saying.name, saying.value, **named)
        assert self.case.record.application == before

    @precondition(lambda self: self.case.state.value == "collecting")
    @rule()
    def the_merchant_tells_everything(self) -> None:
        self.case.tell_everything()

    @rule(who=merchants)
    def somebody_submits(self, who: Person | None) -> None:
        if self.attempt(submission.submit, self.merchant(who)):
            assert self.merchant(who) == self.case.opened_by

    @rule(who=anybody)
    def somebody_withdraws(self, who: Person | None) -> None:
        if self.attempt(submission.withdraw, self.merchant(who)):
            assert self.merchant(who) == self.case.opened_by

    @precondition(lambda self: self.case.state.value in ("withdrawn", "expired", "rejected"))
    @rule(who=merchants)
    def somebody_reopens(self, who: Person | None) -> None:
        if self.attempt(submission.reopen, self.merchant(who)):
            assert self.merchant(who) == self.case.opened_by

    @rule(who=merchants)
    def somebody_is_shown_the_notice(self, who: Person | None) -> None:
        if self.attempt(conversation.show_notice, self.merchant(who), "en"):
            assert self.merchant(who) == self.case.opened_by

    @precondition(lambda self: self.case.state.value in CHANGEABLE)
    @rule()
    def somebody_fills_in_a_part(self) -> None:
        """From then on they are on the merchant's side, whatever their role."""
        applicant = self.case.opened_by
        self.attempt(participants.invite, applicant, HELPS, "Cleo Marsh", Part.CO_OWNER)
        self.attempt(participants.show_notice, HELPS, "en")
        detail = {PersonalField.NATIONALITY: "Spain"}
        if self.attempt(participants.fill, HELPS, {}, detail):
            assert str(HELPS.id) in self.case.record.contributors
            with pytest.raises(Forbidden):
                self.case.do(review.require_reviewer, HELPS)
