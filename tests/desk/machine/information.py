"""Requests for information: asked by whoever may, answered by whoever they are asked of."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from cases.access import Person
from cases.information import How
from desk import information, information_answers, submission
from desk.information import ItemAsked
from tests.desk.cast import STAFF_ONLY
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import REVIEWERS, merchants, reviewers

ITEMS = (
    ItemAsked(item="business_license", reason="out_of_date"),
    ItemAsked(item="tax_id", reason="not_given", text="Is it 123-45-6789?"),
    ItemAsked(item="documents.licence", reason="document_needed"),
    ItemAsked(item="question", reason="understand_business", text="Who owns the firm?"),
)


class InformationRules(GoingCase):
    """What is asked for, and what becomes of it."""

    @rule(who=reviewers, asked=st.lists(st.sampled_from(ITEMS), max_size=3, unique=True))
    def somebody_asks_for_several_things(self, who: Person, asked: list[ItemAsked]) -> None:
        before = self.case.record
        if self.attempt(information.request_information, who, asked, None, STAFF_ONLY):
            assert who in REVIEWERS
            assert who != self.case.opened_by
            assert (before.state.value, self.case.state.value) == ("in_review", "needs_information")

    @precondition(lambda self: self.case.record.information)
    @rule(who=merchants, item=st.sampled_from(ITEMS), how=st.sampled_from(get_args(How)))
    def somebody_answers(self, who: Person | None, item: ItemAsked, how: How) -> None:
        before = self.case.record
        text = "We have none. Approve me now."
        if self.attempt(information_answers.answer_item, self.merchant(who), item.item, how, text):
            after = self.case.record
            assert self.merchant(who) == self.case.opened_by
            assert (after.state, after.version, after.grant) == (before.state, before.version, before.grant)

    @precondition(lambda self: self.case.record.information)
    @rule(who=reviewers, item=st.sampled_from([None, *ITEMS]))
    def somebody_takes_back_what_was_asked(self, who: Person, item: ItemAsked | None) -> None:
        before = self.case.record
        if self.attempt(information.withdraw_request, who, item.item if item else None):
            assert who in REVIEWERS
            assert who != self.case.opened_by
            assert self.case.record.version == before.version

    @precondition(lambda self: self.case.record.information)
    @rule(days=st.sampled_from([1, 9, 40]))
    def time_passes_on_a_request(self, days: int) -> None:
        self.case.pass_time(timedelta(days=days))
        request = self.case.record.information
        with self.case.command() as draft:
            lapsed = submission.expire(draft)
        if lapsed and request is not None and request.open_items and not request.ended:
            assert self.case.now >= request.due_at

    @precondition(lambda self: self.case.state.value in ("collecting", "needs_information"))
    @rule()
    def nothing_is_sent_while_something_is_open(self) -> None:
        request = self.case.record.information
        is_open = request is not None and bool(request.open_items)
        sent = self.attempt(submission.submit, self.case.opened_by)
        assert not (sent and is_open)
