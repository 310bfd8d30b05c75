"""What a statement on owners is made of: a name, the writer, a share, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass
class Piece:
    """Its place in the text, what it is, and its name or share."""

    start: int
    end: int
    kind: Literal["name", "self", "share", "rest"]
    text: str = ""
    share: float | None = None
