"""One tree of errors; each carries a stable code, an HTTP status and a message that is safe to show."""

from __future__ import annotations


class OnboardError(Exception):
    """Base of every refusal. ``code`` is for programs, ``str(error)`` for people, ``status`` for HTTP."""

    code = "refused"
    status = 400

    def __init__(self, message: str, *, code: str | None = None, **details: object) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code
        self.details = details


class Invalid(OnboardError):
    """What was handed in cannot be used as it is."""

    code = "invalid"
    status = 422


class TooLarge(OnboardError):
    """What was handed in exceeds a limit."""

    code = "too_large"
    status = 413


class Unauthenticated(OnboardError):
    """Nobody, or somebody unknown, is asking."""

    code = "unauthenticated"
    status = 401


class Forbidden(OnboardError):
    """The person is known and may not do this."""

    code = "forbidden"
    status = 403


class NotFound(OnboardError):
    """It does not exist, or the person may not know that it does."""

    code = "not_found"
    status = 404


class Conflict(OnboardError):
    """The case has moved on: ``stale_version``, ``already_decided``, ``checks_outstanding`` …"""

    code = "conflict"
    status = 409


class Ungrounded(Invalid):
    """A fact whose quoted words do not say what it claims (design, rule 1)."""

    code = "ungrounded"


class Unavailable(OnboardError):
    """Storage or a service cannot be used just now; nothing was changed."""

    code = "unavailable"
    status = 503
