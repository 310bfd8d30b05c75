"""The check that the line of business is one that the policy serves."""

from __future__ import annotations

from cases.application import Application
from cases.checks import Check, CheckStatus
from cases.policy.checking import Prohibited
from cases.prohibition import why_not_served

KEY = "industry_specific"


def check_line_of_business(application: Application, prohibited: Prohibited) -> Check:
    """Whether the line of business is one that the policy serves."""
    reason = why_not_served(application, prohibited)
    if reason is not None:
        return Check(key=KEY, status=CheckStatus.FAILED, reason=reason)
    if application.business_type is None:
        reason = "The merchant has not said what they sell."
        return Check(key=KEY, status=CheckStatus.NOT_CHECKED, reason=reason)
    compared = f"Category {application.mcc} and the words" if application.mcc else "The words"
    reason = f"{compared} are not among those that the policy does not serve."
    return Check(key=KEY, status=CheckStatus.HELD, reason=reason)
