"""A random case that goes on towards an account, or does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cases.access import Person
from cases.checks import CheckStatus
from cases.decision import Verdict
from cases.errors import OnboardError
from cases.replay import apply, replay
from desk import appealing, checking, information_answers, provisioning, review, submission
from tests.desk.cast import MERCHANT, PROVISIONER, REVIEWER, SECOND, Case
from tests.desk.machine.history import History
from tests.desk.machine.people import APPLIES_THEMSELVES, POLICIES, THIRD
from tests.desk.machine.readers import (
    merchants_read_nothing_that_is_for_staff,
    others_do_not_know_of_the_case,
    the_summary_says_only_what_the_log_holds,
)


class GoingCase(RuleBasedStateMachine):
    """One case, from its opening on; a refused command leaves it as it was."""

    @initialize(
        policy=st.sampled_from(POLICIES),
        opened_by=st.sampled_from([MERCHANT, APPLIES_THEMSELVES]),
        ahead=st.sampled_from([0, 1, 2, 2, 2, 2, 3, 8]),
    )
    def open(self, policy: Any, opened_by: Person, ahead: int) -> None:
        self.case = Case(policy=policy, opened_by=opened_by)
        self.folded = replay(self.case.events)
        self.history = History(self.case)
        self.seen = 1
        for _ in range(ahead):
            self._go_on(fails=False)

    def attempt(self, command: Callable[..., object], *arguments: object, **named: object) -> bool:
        try:
            self.case.do(command, *arguments, **named)
        except OnboardError as error:
            refusal = error
        else:
            return True
        assert 400 <= refusal.status < 500
        assert str(refusal)
        return False

    def merchant(self, who: Person | None) -> Person:
        return who or self.case.opened_by

    def _go_on(self, *, fails: bool) -> None:
        """The next thing on the way to an account, or where it goes wrong."""
        case, state = self.case, self.case.state.value
        if state == "collecting":
            case.tell_everything()
            self._answer_what_was_asked()
            case.do(submission.submit, case.opened_by)
        elif state == "checking":
            case.check(CheckStatus.ERROR if fails else CheckStatus.HELD)
            case.do(checking.conclude)
        elif state == "check_failed":
            case.do(checking.recheck)
        elif state == "needs_information":
            self._answer_what_was_asked()
            case.do(submission.submit, case.opened_by)
        elif state == "in_review" or state == "awaiting_second_approval":
            self._decide(approved=not fails)
        elif state == "approved":
            case.pass_time(case.policy.deadlines.hold)
            self.attempt(provisioning.begin, PROVISIONER, "MERCH_00000001")
        elif state == "provisioning":
            self.the_next_step_ends(fails=fails)
        elif state == "provisioning_failed" and not case.record.given_up:
            self.attempt(provisioning.give_up if fails else provisioning.resume, SECOND)
        elif state == "provisioning_failed":
            self.the_undo_ends()
        elif state == "rejected":
            self.attempt(appealing.appeal, case.opened_by, "Please look again.")
        elif state in ("withdrawn", "expired"):
            case.do(submission.reopen, case.opened_by)

    def _answer_what_was_asked(self) -> None:
        request = self.case.record.information
        for item in request.open_items if request else ():
            answer = (item.key, "none", "There is none.")
            self.case.do(information_answers.answer_item, self.case.opened_by, *answer)

    def _decide(self, *, approved: bool) -> None:
        """The first who may."""
        for who in (REVIEWER, SECOND, THIRD):
            if self.attempt(review.decide, who, Verdict(approved=approved)):
                return

    @rule(fails=st.booleans())
    def the_case_goes_on(self, fails: bool) -> None:
        self._go_on(fails=fails)

    @rule()
    def the_case_goes_on_well(self) -> None:
        self._go_on(fails=False)

    @rule()
    def the_case_goes_on_and_on(self) -> None:
        self._go_on(fails=False)
        self._go_on(fails=False)

    @precondition(lambda self: self.case.state.value == "provisioning")
    @rule(fails=st.booleans())
    def the_next_step_ends(self, fails: bool) -> None:
        with self.case.command() as draft:
            step = provisioning.next_step(draft)
        status = "failed" if fails else "done"
        assert self.attempt(provisioning.record_step, PROVISIONER, step, status, attempts=1)

    @rule()
    def the_undo_ends(self) -> None:
        for step in reversed(provisioning.STEPS):
            done = self.case.record.steps.get(step)
            if done is not None and done.status == "done":
                self.attempt(provisioning.record_step, PROVISIONER, step, "undone", attempts=1)
        self.attempt(provisioning.finish_undo)

    @invariant()
    def what_must_always_hold_does(self) -> None:
        case, new = self.case, self.case.events[self.seen :]
        self.seen = len(case.events)
        for event in new:
            self.folded = apply(self.folded, event)
            self.history.read(event)
        assert case.record == self.folded
        assert case.state.value == self.history.state
        if new:
            merchants_read_nothing_that_is_for_staff(case, new)
            others_do_not_know_of_the_case(case)

    def teardown(self) -> None:
        assert replay(self.case.events) == self.folded
        the_summary_says_only_what_the_log_holds(self.case)
