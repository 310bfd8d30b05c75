"""What every view has in common: it is made once and sent as it is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class View(BaseModel):
    """Part of what a reader sees; made from the record, never changed."""

    model_config = ConfigDict(frozen=True)
