"""Whether reviewers make up their own mind before they read what is recommended."""

from __future__ import annotations

from typing import Literal

from cases.policy.section import Section


class OwnViewPolicy(Section):
    """The levels of risk at which a reviewer notes an own view before the recommendation is shown."""

    levels: tuple[Literal["low", "medium", "high"], ...] = ()
