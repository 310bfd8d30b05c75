"""Random people do random things in any order; what must always hold does."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.desk.machine.deciding import DecidingRules
from tests.desk.machine.information import InformationRules
from tests.desk.machine.merchants import MerchantRules
from tests.desk.machine.provisioning import ProvisioningRules
from tests.desk.machine.reviewers import ReviewerRules
from tests.desk.machine.team import TeamRules

RUNS = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class AnyCase(MerchantRules, TeamRules, ReviewerRules, InformationRules, DecidingRules, ProvisioningRules):
    """One case, and everything that anybody may try with it."""


class DecidedCase(DecidingRules):
    """One case that is decided over and over."""


TestAnyCase = AnyCase.TestCase
TestAnyCase.settings = RUNS
TestDecidedCase = DecidedCase.TestCase
TestDecidedCase.settings = RUNS
