"""Checks made elsewhere, as the tests report them."""

from __future__ import annotations

from typing import Any

from cases.verification import Method, Result, VerificationReport


def report(*about: str, **changes: Any) -> VerificationReport:
    """A registry search that confirms the business's name, but for what is said otherwise."""
    given: dict[str, Any] = {
        "about": about or ("merchant_name",),
        "method": Method.REGISTRY_SEARCH,
        "source": "Companies House",
        "result": Result.CONFIRMED,
        "reference": "08123456",
    }
    return VerificationReport.model_validate({**given, **changes})
