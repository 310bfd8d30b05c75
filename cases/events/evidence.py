"""What was verified elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from cases.events.body import EventBody
from cases.verification import Method, Result


class VerificationRecorded(EventBody):
    """A check made elsewhere was recorded; ``about``: keys of the facts whose values then stood.

    A later one of the same facts by the same method corrects it. Source, reference and comment hold
    tokens in the place of the values in ``secrets``.
    """

    kind: Literal["verification.recorded"] = "verification.recorded"
    about: tuple[str, ...]
    method: Method
    source: str
    result: Result
    reference: str = ""
    comment: str = ""
    document_id: UUID | None = None
    made_at: datetime
    expires_on: date | None = None
    secrets: Mapping[str, str] = {}
