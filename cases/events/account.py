"""What becomes of an account after it was made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from cases.events.body import EventBody


class AccountJudged(EventBody):
    """A person suspended, reinstated or closed the account; the reason holds tokens for ``secrets``."""

    kind: Literal["account.judged"] = "account.judged"
    act: Literal["suspended", "reinstated", "closed"]
    reason: str
    secrets: Mapping[str, str] = {}


class AccountReviewDue(EventBody):
    """The day has come on which the account was to be looked at again."""

    kind: Literal["account.review_due"] = "account.review_due"
    due_on: date


class AccountReviewed(EventBody):
    """A person looked at the account again; ``next_on``: the next day for it, None where there is none."""

    kind: Literal["account.reviewed"] = "account.reviewed"
    next_on: date | None
    reason: str
    secrets: Mapping[str, str] = {}
