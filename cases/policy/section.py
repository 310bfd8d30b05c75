"""What every section of a policy file has in common."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
CategoryCode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Share = Annotated[Decimal, Field(ge=0, le=1)]

RISK = "risk"
"""Names the risk score where a check's key would stand."""


def _is_known(key: str, info: ValidationInfo) -> str:
    """The key, where whoever reads the file has said which ``checks`` there are; else any."""
    known = info.context["checks"] if info.context else None
    if known is not None and key not in known:
        raise ValueError(f"there is no check {key!r}")
    return key


def _is_overridable(key: str, info: ValidationInfo) -> str:
    return key if key == RISK else _is_known(key, info)


CheckKey = Annotated[Text, AfterValidator(_is_known)]
Overridable = Annotated[Text, AfterValidator(_is_overridable)]


class Section(BaseModel):
    """Part of a policy: never changed, and no key in it that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")
