"""The sign-in page for people, and Chainlit's answer for programs: a password, then perhaps a code."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from cases.errors import OnboardError, Unauthenticated
from desk.attempts import TooManyAttempts
from desk.second_factor import WrongCode
from desk.signing_in import Entry, TooLate
from desk.wordbook import Wordbook, wordbook
from web.chat.entry import ask_code, caller_of, code_page, is_program, signing_in, waiting_time, welcome
from web.chat.room import ROOM
from web.pages.shell import language_of, page

BESIDE = ("/account", "/decide/", "/form/", "/upload/", "/check/", "/people/", "/part/")
"""Pages beside the chat that ask for a sign-in and are gone back to."""


@dataclass(frozen=True)
class _Given:
    """What the form holds; ``waiting`` is what the first step handed the second."""

    email: str = ""
    password: str = ""
    waiting: str = ""
    code: str = ""
    next: str = ""


class SignIn:
    """The sign-in page and what it posts to."""

    async def show(self, request: Request) -> Response:
        """The page; those who are signed in already go on."""
        wanted = _safe(request, request.query_params.get("next", ""))
        if request.scope["person"] is not None:
            return RedirectResponse(wanted, status_code=303)
        return _page(request, _Given(next=wanted))

    async def submit(self, request: Request) -> Response:
        """Sign in with a form's e-mail (or username) and password, and with a code where one is asked for."""
        given = await _read(request)
        try:
            entry = await _enter(request, given)
        except OnboardError as error:
            return _refuse(request, given, error)
        answer = ask_code if entry.needs_code else welcome
        return answer(request, entry, given.next)


async def _enter(request: Request, given: _Given) -> Entry:
    steps, caller = signing_in(), caller_of(request)
    if given.waiting:
        return await steps.with_code(given.waiting, given.code, caller)
    entry = await steps.with_password(given.email, given.password, caller)
    if entry.needs_code and given.code:
        return await steps.with_code(steps.wait(entry), given.code, caller)
    return entry


async def _read(request: Request) -> _Given:
    async with request.form(max_files=0, max_fields=20) as form:
        said = {name: str(value) for name, value in form.items()}
    return _Given(
        email=said.get("email") or said.get("username", ""),
        password=said.get("password", ""),
        waiting=said.get("waiting", ""),
        code=said.get("code", ""),
        next=_safe(request, said.get("next", "")),
    )


def _safe(request: Request, wanted: str) -> str:
    """Where to go afterwards, only ever to a page of ours."""
    root = request.scope.get("root_path", "")
    inside = wanted.startswith(f"{root}/") and not wanted.startswith("//")
    beside = bool(root) and wanted.startswith(BESIDE)
    return wanted if (inside or beside) and "\\" not in wanted else f"{root}/"


def _refuse(request: Request, given: _Given, error: OnboardError) -> Response:
    seconds = error.seconds if isinstance(error, TooManyAttempts) else 0
    if is_program(request):
        headers = {"Retry-After": str(seconds)} if seconds else None
        body = {"detail": str(error), "code": error.code}
        return JSONResponse(body, status_code=error.status, headers=headers)
    said = _explain(wordbook(language_of(request)), error)
    # A person reads it on the page; as a status of 401 it would be an error in the browser's console.
    status = error.status if seconds else 200
    if given.waiting and isinstance(error, WrongCode | TooManyAttempts):
        return code_page(request, given.waiting, given.next, said, status, seconds)
    return _page(request, given, said, status, seconds)


def _explain(words: Wordbook, error: OnboardError) -> str:
    match error:
        case TooManyAttempts():
            return waiting_time(words, error)
        case WrongCode():
            return words("signin.wrong_code")
        case TooLate():
            return words("signin.too_late")
        case Unauthenticated():
            return words("signin.wrong")
        case _:
            return str(error)


def _page(request: Request, given: _Given, error: str = "", status: int = 200, seconds: int = 0) -> Response:
    answer = page(
        "sign_in",
        language_of(request),
        status=status,
        root=ROOM.root,
        next=given.next,
        email=given.email,
        error=error,
    )
    if seconds:
        answer.headers["Retry-After"] = str(seconds)
    return answer
