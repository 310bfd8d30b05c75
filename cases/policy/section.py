"""What every section of a policy file has in common."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
CategoryCode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Share = Annotated[Decimal, Field(ge=0, le=1)]


class Section(BaseModel):
    """Part of a policy: never changed, and no key in it that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")
