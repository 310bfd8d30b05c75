"""What a reviewer thinks before they read what is recommended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.events.body import EventBody
from cases.own_view import View


class ViewNoted(EventBody):
    """A reviewer noted an own view of a version; the words hold tokens in the place of ``secrets``."""

    kind: Literal["view.noted"] = "view.noted"
    view: View
    words: str
    version: int
    secrets: Mapping[str, str] = {}
