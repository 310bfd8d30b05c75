"""Decisions that another person looks at afterwards."""

from __future__ import annotations

from decimal import Decimal

from cases.policy.section import Section, Share


class SecondLookPolicy(Section):
    """Which share of the decisions is drawn at random for another person to look at afterwards."""

    share: Share = Decimal(0)
