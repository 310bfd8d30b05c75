"""Signing in: a page of our own for people, Chainlit's answer for programs, and a limit for guessing."""

from __future__ import annotations

from dataclasses import dataclass

from chainlit.auth import create_jwt, set_auth_cookie
from chainlit.user import User
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from cases.access import Person
from cases.errors import OnboardError, Unauthenticated
from web.chat.buckets import Buckets
from web.chat.context import current
from web.pages import render

_TOO_OFTEN = "Too many attempts. Please wait a minute and try again."


@dataclass(frozen=True)
class _Attempt:
    email: str
    password: str
    next: str


class SignIn:
    """The sign-in page and what it posts to."""

    def __init__(self) -> None:
        self._by_address = Buckets(burst=100, per_second=2)
        self._by_account = Buckets(burst=10, per_second=0.1)

    async def show(self, request: Request) -> Response:
        """The page; those who are signed in already go on."""
        wanted = _safe(request, request.query_params.get("next", ""))
        if request.scope["person"] is not None:
            return RedirectResponse(wanted, status_code=303)
        return _page(request, _Attempt("", "", wanted))

    async def submit(self, request: Request) -> Response:
        """Sign in with a form's e-mail (or username) and password."""
        attempt = await _read(request)
        try:
            person = await self._check(request, attempt)
        except OnboardError as error:
            return _refuse(request, attempt, error)
        return _welcome(request, attempt, person)

    async def _check(self, request: Request, attempt: _Attempt) -> Person:
        address = request.client.host if request.client else ""
        account = (address, attempt.email.strip().casefold())
        if not self._by_address.take(address) or not self._by_account.take(account):
            raise _TooOften(_TOO_OFTEN)
        return await current().people.sign_in(attempt.email, attempt.password)


class _TooOften(Unauthenticated):
    code = "too_many_requests"
    status = 429


async def check_password(username: str, password: str) -> User | None:
    """Chainlit's own callback, which makes it ask for a sign-in at all."""
    try:
        return user_of(await current().people.sign_in(username, password))
    except Unauthenticated:
        return None


async def _read(request: Request) -> _Attempt:
    async with request.form(max_files=0, max_fields=20) as form:
        email = str(form.get("email") or form.get("username") or "")
        password = str(form.get("password") or "")
        return _Attempt(email, password, _safe(request, str(form.get("next") or "")))


def _safe(request: Request, wanted: str) -> str:
    """Where to go afterwards, only ever within the chat."""
    root = request.scope.get("root_path", "")
    inside = wanted.startswith(f"{root}/") and not wanted.startswith("//") and "\\" not in wanted
    return wanted if inside else f"{root}/"


def _is_program(request: Request) -> bool:
    return "text/html" not in request.headers.get("accept", "")


def _welcome(request: Request, attempt: _Attempt, person: Person) -> Response:
    response: Response
    if _is_program(request):
        response = JSONResponse({"success": True})
    else:
        response = RedirectResponse(attempt.next, status_code=303)
    set_auth_cookie(request, response, create_jwt(user_of(person)))
    return response


def _refuse(request: Request, attempt: _Attempt, error: OnboardError) -> Response:
    if _is_program(request):
        headers = {"Retry-After": "60"} if error.status == 429 else None
        return JSONResponse({"detail": str(error)}, status_code=error.status, headers=headers)
    return _page(request, attempt, str(error))


def _page(request: Request, attempt: _Attempt, error: str = "") -> Response:
    root = request.scope.get("root_path", "")
    html = render("sign_in", root=root, error=error, next=attempt.next, email=attempt.email)
    return HTMLResponse(html)


def user_of(person: Person) -> User:
    """The person as Chainlit's session knows them: an id and a name, no rights."""
    return User(identifier=str(person.id), display_name=person.name)
