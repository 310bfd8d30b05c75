"""The conditions of an approval, as a form or a command line hands them in."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from cases.decision import Conditions
from cases.errors import Invalid

NAMES = {
    "monthly_volume_cap": "Volume cap",
    "rolling_reserve_percent": "Rolling reserve",
    "payout_delay_days": "Delayed payout",
    "review_on": "Review date",
}


def read_conditions(given: Mapping[str, object]) -> Conditions:
    """The conditions; raises Invalid with the first that is wrong. What was left empty was not given."""
    filled = {name: value for name, value in given.items() if value not in ("", None)}
    try:
        return Conditions.model_validate(filled)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        name = NAMES.get(str(first["loc"][0]), str(first["loc"][0]))
        raise Invalid(f"{name}: {first['msg']}.", code="conditions_not_possible") from None
