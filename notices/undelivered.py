"""What every sender raises where something has not arrived."""

from __future__ import annotations


class NotDelivered(Exception):
    """The receiver has not acknowledged; the text is short and holds nothing of the receiver's words.

    ``for_good``: whether trying again is of no use.
    """

    def __init__(self, problem: str, *, for_good: bool = False) -> None:
        super().__init__(problem)
        self.for_good = for_good
