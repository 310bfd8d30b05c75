"""What a reviewer makes of a case before they read what is recommended."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

View = Literal["approve", "decline", "unsure"]


class OwnView(NamedTuple):
    """A reviewer's own view of one version; the words may hold tokens."""

    view: View
    words: str
    version: int
    at: datetime
