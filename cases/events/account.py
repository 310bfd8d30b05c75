"""What becomes of an account after it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from cases.events.body import EventBody


class AccountJudged(EventBody):
    """A person suspended, reinstated or closed the account; the reason holds tokens for ``secrets``."""

    kind: Literal["account.judged"] = "account.judged"
    act: Literal["suspended", "reinstated", "closed"]
    reason: str
    secrets: Mapping[str, str] = {}
