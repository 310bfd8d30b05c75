"""Letting somebody in: the session's cookie, or first the page that asks for a code."""

from __future__ import annotations

from chainlit.auth import create_jwt, set_auth_cookie
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cases.access import Person
from desk.attempts import TooManyAttempts
from desk.signing_in import Caller, Entry, SigningIn
from desk.wordbook import Wordbook
from web.chat.context import current
from web.chat.room import ROOM
from web.chat.visitor import Visit, user_of
from web.pages.shell import HEADERS, language_of, page

DEVICE_COOKIE = "onboard_device"
"""By which an account knows a device of its own again; it opens nothing."""

A_YEAR = 365 * 86_400


def signing_in() -> SigningIn:
    """The desk's two steps."""
    return SigningIn(current().desk, current().people)


def caller_of(request: Request) -> Caller:
    """Who tries, as far as guessing is counted."""
    host = request.client.host if request.client else ""
    return Caller(host, request.cookies.get(DEVICE_COOKIE, ""))


def is_program(request: Request) -> bool:
    """Whether a program is asking rather than a browser."""
    return "text/html" not in request.headers.get("accept", "")


async def let_in(request: Request, person: Person, wanted: str) -> Response:
    """Let somebody in by something as good as a password, and lead them there; a code may be asked first."""
    entry = await signing_in().enter(person, current().desk.clock())
    if entry.needs_code:
        return code_page(request, signing_in().wait(entry), wanted)
    return _lead_on(request, entry, wanted)


def welcome(request: Request, entry: Entry, wanted: str) -> Response:
    """Begin a session; a program is told so, a browser led on."""
    if not is_program(request):
        return _lead_on(request, entry, wanted)
    answer = JSONResponse({"success": True})
    begin_session(request, answer, entry)
    return answer


def _lead_on(request: Request, entry: Entry, wanted: str) -> Response:
    answer = RedirectResponse(wanted, status_code=303, headers=HEADERS)
    begin_session(request, answer, entry)
    return answer


def begin_session(request: Request, response: Response, entry: Entry) -> None:
    """Put the session's cookie into an answer, and the one by which the device is known again."""
    set_auth_cookie(request, response, create_jwt(user_of(Visit(entry.person, entry.since))))
    know_device(request, response, entry.person)


def know_device(request: Request, response: Response, person: Person) -> None:
    """Let the device count for itself from now on, where somebody guesses the person's password."""
    known = signing_in().know_device(person, caller_of(request))
    response.set_cookie(DEVICE_COOKIE, known, max_age=A_YEAR, httponly=True, samesite="lax")


def ask_code(request: Request, entry: Entry, wanted: str) -> Response:
    """The second step's page; a program sends its code along with the password."""
    if is_program(request):
        detail = "Two-step sign-in is on. Send `code` along with the password."
        return JSONResponse({"detail": detail, "code": "code_required"}, status_code=401)
    return code_page(request, signing_in().wait(entry), wanted)


def code_page(
    request: Request, waiting: str, wanted: str, error: str = "", status: int = 200, seconds: int = 0
) -> Response:
    """The page that asks for a code."""
    answer = page(
        "sign_in_code",
        language_of(request),
        status=status,
        root=ROOM.root,
        waiting=waiting,
        next=wanted,
        error=error,
    )
    if seconds:
        answer.headers["Retry-After"] = str(seconds)
    return answer


def waiting_time(words: Wordbook, error: TooManyAttempts, *, plain: bool = False) -> str:
    """How long to wait, in words; ``plain``: without the way round by mail."""
    minutes = -(-error.seconds // 60)
    lasts = words("signin.seconds", n=error.seconds) if minutes < 2 else words("signin.minutes", n=minutes)
    return words("signin.wait_plain" if plain else "signin.wait", lasts=lasts)
