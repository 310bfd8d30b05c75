"""How reviewers share their cases, and when they are told that one is late."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from cases.policy.section import Section, Share


class ReviewingPolicy(Section):
    """How long a case is somebody's, who gets new ones, and what happens as its time runs out.

    ``lease_minutes``: a case stays with who took it on for so long after their last act. ``keep_hours``: one
    that was given to them, or came back to them, waits for them as long; open hours where the policy has a
    calendar. ``automatic``: new cases go to who has the fewest. ``warn_at``: the share of the time for a
    review after which a warning is given; ``escalate_hours``: the hours behind the due time (counted alike)
    after which a case that is still in review is raised to the leads.
    """

    lease_minutes: Annotated[int, Field(gt=0, le=1440)] = 30
    keep_hours: Annotated[int, Field(gt=0, le=240)] = 8
    automatic: bool = False
    warn_at: Annotated[Share, Field(gt=0, lt=1)] = Decimal("0.75")
    escalate_hours: Annotated[int, Field(ge=0, le=240)] = 4

    @property
    def lease(self) -> timedelta:
        """How long a case stays with who worked on it last."""
        return timedelta(minutes=self.lease_minutes)
