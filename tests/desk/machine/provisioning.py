"""How an account is made, or is not."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from cases.access import Person
from desk import provisioning
from tests.desk.cast import PROVISIONER
from tests.desk.machine.going import GoingCase
from tests.desk.machine.people import BEING_MADE, reviewers


class ProvisioningRules(GoingCase):
    """How an account is made, or is not."""

    @precondition(lambda self: self.case.state.value in BEING_MADE)
    @rule(merchant_id=st.sampled_from(["MERCH_00000001", "MERCH_0000000100ff"]))
    def provisioning_begins(self, merchant_id: str) -> None:
        self.attempt(provisioning.begin, PROVISIONER, merchant_id)

    @precondition(lambda self: self.case.state.value in BEING_MADE)
    @rule(
        step=st.sampled_from([*provisioning.STEPS, "accounts/close"]),
        status=st.sampled_from(["done", "done", "failed", "undone"]),
    )
    def a_step_ends(self, step: str, status: str) -> None:
        self.attempt(provisioning.record_step, PROVISIONER, step, status, attempts=1)

    @precondition(lambda self: self.case.state.value in BEING_MADE)
    @rule(who=reviewers)
    def somebody_resumes(self, who: Person) -> None:
        self.attempt(provisioning.resume, who)

    @precondition(lambda self: self.case.state.value in BEING_MADE)
    @rule(who=reviewers)
    def somebody_gives_up(self, who: Person) -> None:
        self.attempt(provisioning.give_up, who)
