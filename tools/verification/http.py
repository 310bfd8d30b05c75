"""A verification service over HTTP: one POST an inquiry, a strict answer, or none at all.

``POST {url}/{kind}`` with ``{"request_id", "kind", "facts": {key: value}}``, a bearer token and an
``Idempotency-Key``. It answers ``{"source", "reference", "results": {key: "confirmed" | "not_confirmed" |
"inconclusive"}, "made_at"}`` for just the keys that it was asked, and optionally ``comment`` and
``expires_on``.
"""

from __future__ import annotations

import asyncio
from typing import cast

from pydantic_core import to_jsonable_python

from cases.verification import Answer, Inquiry
from storage.settings import Settings
from tools.posting import CallFailed, Service, Sleep

ATTEMPTS = 3
SECONDS = 15.0
"""For one answer; a source that takes longer is asked again, and then the check ends as an error."""


class HttpVerifier:
    """The service at ``url``."""

    def __init__(
        self, url: str, token: str, *, seconds: float = SECONDS, sleep: Sleep = asyncio.sleep
    ) -> None:
        self._service = Service(url, token, attempts=ATTEMPTS, seconds=seconds, sleep=sleep)

    async def verify(self, inquiry: Inquiry) -> Answer:
        """The answer; raises CallFailed for none, and for one that is not about just what was asked."""
        body: dict[str, object] = {
            "request_id": str(inquiry.case_id),
            "kind": inquiry.kind.value,
            "facts": to_jsonable_python(dict(inquiry.facts)),
        }
        posted = await self._service.post(inquiry.kind.value, inquiry.key, body, Answer)
        answer = cast("Answer", posted.answer)
        if set(answer.results) != set(inquiry.facts):
            message = f"{inquiry.kind.value}: answered about something else than was asked"
            raise CallFailed(message, attempts=posted.attempts, answered=200)
        return answer

    async def aclose(self) -> None:
        """Close the connections."""
        await self._service.aclose()


def configured(settings: Settings) -> HttpVerifier | None:
    """The service of the settings; None where there is none."""
    if settings.verification_url is None:
        return None
    token = settings.verification_token
    return HttpVerifier(settings.verification_url, token.get_secret_value() if token else "")
