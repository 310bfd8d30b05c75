"""Setting the account up."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from cases.events.body import EventBody


class ProvisioningBegun(EventBody):
    """The grant was used up; the account is being made under it."""

    kind: Literal["provisioning.begun"] = "provisioning.begun"
    grant_id: UUID
    merchant_id: str


class MerchantIdReplaced(EventBody):
    """The merchant id turned out to be somebody else's; the account is made under a longer one."""

    kind: Literal["merchant_id.replaced"] = "merchant_id.replaced"
    merchant_id: str


class StepRecorded(EventBody):
    """A provisioning step ended."""

    kind: Literal["step.recorded"] = "step.recorded"
    step: str
    status: Literal["done", "failed", "undone"]
    attempts: int
    detail: str = ""


class ProvisioningGivenUp(EventBody):
    """A reviewer gave a failed set-up up; what had been set up is undone."""

    kind: Literal["provisioning.given_up"] = "provisioning.given_up"
