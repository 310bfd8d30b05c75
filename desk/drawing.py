"""The draw that decides which decisions get a second look."""

from __future__ import annotations

import secrets

from cases.events import SecondLookDrawn
from desk.draft import Draft

OUT_OF = 1_000_000


def draw_second_look(draft: Draft) -> None:
    """Draw a number for the decision that was just made, where the policy has any looked at; it is on record.

    The source cannot be foreseen: nobody can time a decision so that it is not drawn.
    """
    below = int(draft.policy.second_looks.share * OUT_OF)
    if below:
        draft.add(SecondLookDrawn(number=secrets.randbelow(OUT_OF), below=below, out_of=OUT_OF))
