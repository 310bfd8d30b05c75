"""What a check looks at: the case, the policy that it goes by, and the day on which it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from cases.application import Application
from cases.fields import country_of_application
from cases.policy import Policy
from cases.record import CaseRecord
from tools.verdict import Verdict


class Inquiry(NamedTuple):
    """One case on one day."""

    record: CaseRecord
    policy: Policy
    today: date

    @property
    def application(self) -> Application:
        """What the merchant told."""
        return self.record.application

    @property
    def country(self) -> str | None:
        """The business's country (ISO 3166-1 alpha-2), where it can be told."""
        return country_of_application(self.application)


Judge: TypeAlias = Callable[[Inquiry], Verdict]
"""How one thing is checked once it was given."""
