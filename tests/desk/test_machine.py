"""Random people do random things in any order; what must always hold does."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant

from cases.replay import apply, replay
from tests.desk.machine.merchants import MerchantRules
from tests.desk.machine.provisioning import ProvisioningRules
from tests.desk.machine.readers import (
    merchants_read_nothing_that_is_for_staff,
    others_do_not_know_of_the_case,
    the_summary_says_only_what_the_log_holds,
)
from tests.desk.machine.reviewers import ReviewerRules
from tests.desk.machine.team import TeamRules


class AnyCase(MerchantRules, TeamRules, ReviewerRules, ProvisioningRules):
    """One case, and everything that anybody may try with it."""

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


TestAnyCase = AnyCase.TestCase
TestAnyCase.settings = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
