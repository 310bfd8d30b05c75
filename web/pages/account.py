"""One's own account: the password, two-step sign-in, and the end of every session."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from cases.access import Person
from cases.errors import Invalid, OnboardError, Unauthenticated
from cases.notifications import Occasion, Way, told_of
from desk.attempts import TooManyAttempts
from desk.own_address import shown
from desk.passwords import WeakPassword
from desk.second_factor import SecondFactor, WrongCode, address_of
from desk.signing_in import Entry
from desk.wordbook import Wordbook, wordbook
from web.api.callers import onboard_of
from web.chat.entry import begin_session, caller_of, signing_in, waiting_time
from web.composition import Onboard
from web.pages.reset import tell_changed
from web.pages.shell import HEADERS, SIGN_IN, PageRoute, language_of, page, signed_in
from web.telling import notifications

router = APIRouter(prefix="/account", include_in_schema=False, route_class=PageRoute)

Installation = Annotated[Onboard, Depends(onboard_of)]
Act = Callable[["Visitor"], Awaitable[Response]]


class Visitor:
    """Somebody at their own account, and what their form says."""

    def __init__(self, request: Request, onboard: Onboard, person: Person, said: dict[str, str]) -> None:
        self.request = request
        self.onboard = onboard
        self.person = person
        self.factor = SecondFactor(onboard.desk)
        self.words = wordbook(language_of(request))
        self.notifications = notifications(onboard.desk, onboard.people, onboard.settings)
        self._said = said

    def said(self, field: str) -> str:
        """What a field of the form holds."""
        return self._said.get(field, "")

    async def prove(self) -> None:
        """Make sure that it is them: the password they have; raises Unauthenticated, TooManyAttempts."""
        await signing_in().check_password(self.person, self.said("current"), caller_of(self.request))

    async def stay(self, response: Response) -> Response:
        """Begin this device's session anew after all others were ended."""
        entry = Entry(self.person, self.onboard.desk.clock(), needs_code=False)
        begin_session(self.request, response, entry)
        return response

    async def page(
        self, error: str = "", part: str = "", status: int = 200, codes: Sequence[str] = ()
    ) -> Response:
        """The page, with what went wrong in one of its parts, or with recovery codes to write down."""
        factor = await self.factor.of(self.person.id)
        return page(
            "account",
            self.words.language,
            status=status,
            person=self.person,
            account=await self.onboard.people.account(self.person.id),
            factor=factor,
            picture=_picture(address_of(factor.secret, self.person)) if factor.secret else "",
            told=await self.notifications.choices(self.person) if told_of(self.person) else None,
            ways=tuple(Way),
            shown=shown,
            done=self.request.query_params.get("done", ""),
            error=error,
            part=part,
            codes=codes,
        )


@router.get("")
async def show(request: Request, onboard: Installation) -> Response:
    """The page; nothing changes."""
    person = await signed_in(request)
    if person is None:
        return _to_sign_in()
    return await Visitor(request, onboard, person, {}).page()


@router.get("/{part:path}")
async def show_again(part: str) -> Response:
    """Where a form was refused, its address shows the page again."""
    del part
    return RedirectResponse("/account", status_code=303, headers=HEADERS)


@router.post("/password")
async def change_password(request: Request, onboard: Installation) -> Response:
    """Another password; every other session ends."""

    async def act(visitor: Visitor) -> Response:
        if visitor.said("password") != visitor.said("again"):
            raise Invalid(visitor.words("reset.differ"))
        await visitor.prove()
        await onboard.people.set_password(visitor.person.email, visitor.said("password"))
        await tell_changed(onboard, visitor.person.email, visitor.words.language)
        return await visitor.stay(_done(visitor, "password"))

    return await _do(request, onboard, "password", act)


@router.post("/two-step")
async def begin_two_step(request: Request, onboard: Installation) -> Response:
    """Show a picture for the authenticator app; nothing is on before it has shown a code."""

    async def act(visitor: Visitor) -> Response:
        await visitor.prove()
        await visitor.factor.begin(visitor.person.id)
        return _done(visitor, "begun", at="two-step")

    return await _do(request, onboard, "two-step", act)


@router.post("/two-step/confirm")
async def confirm_two_step(request: Request, onboard: Installation) -> Response:
    """Turn it on with a first code, and show the recovery codes this once."""

    async def act(visitor: Visitor) -> Response:
        codes = await visitor.factor.confirm(visitor.person.id, visitor.said("code"))
        return await visitor.page(codes=codes)

    return await _do(request, onboard, "two-step", act)


@router.post("/two-step/off")
async def end_two_step(request: Request, onboard: Installation) -> Response:
    """Turn it off, or give up setting it up; one that is on takes the password and a code."""

    async def act(visitor: Visitor) -> Response:
        if (await visitor.factor.of(visitor.person.id)).is_on:
            await visitor.prove()
            await signing_in().check_code(visitor.person, visitor.said("code"), caller_of(request))
        await visitor.factor.turn_off(visitor.person.id)
        return _done(visitor, "off", at="two-step")

    return await _do(request, onboard, "two-step", act)


@router.post("/notifications")
async def choose_notifications(request: Request, onboard: Installation) -> Response:
    """Choose what one is told, and how."""

    async def act(visitor: Visitor) -> Response:
        ways = {each: Way(way) for each in Occasion if (way := visitor.said(each.value)) in set(Way)}
        address = "" if visitor.said("forget") else visitor.said("address").strip() or None
        await visitor.notifications.choose(visitor.person, ways, address)
        return _done(visitor, "told", at="notifications")

    return await _do(request, onboard, "notifications", act)


@router.post("/sign-out")
async def sign_out_everywhere(request: Request, onboard: Installation) -> Response:
    """End every session of the account but this one."""

    async def act(visitor: Visitor) -> Response:
        await onboard.people.end_sessions(visitor.person.email)
        return await visitor.stay(_done(visitor, "sessions"))

    return await _do(request, onboard, "sessions", act)


async def _do(request: Request, onboard: Onboard, part: str, act: Act) -> Response:
    """Let somebody do something to their account; a refusal stands in its part of the page."""
    person = await signed_in(request)
    if person is None:
        return _to_sign_in()
    async with request.form(max_files=0, max_fields=20) as form:
        said = {name: str(value)[:2000] for name, value in form.items()}
    visitor = Visitor(request, onboard, person, said)
    try:
        return await act(visitor)
    except OnboardError as error:
        answer = await visitor.page(_explain(visitor.words, error), part, error.status)
        if isinstance(error, TooManyAttempts):
            answer.headers["Retry-After"] = str(error.seconds)
        return answer


def _explain(words: Wordbook, error: OnboardError) -> str:
    match error:
        case TooManyAttempts():
            return waiting_time(words, error, plain=True)
        case WeakPassword():
            return words(f"reset.{error.weakness}")
        case WrongCode():
            return words("signin.wrong_code")
        case Unauthenticated():
            return words("account.wrong_password")
        case _:
            return str(error)


def _picture(address: str) -> str:
    """The picture that an authenticator app reads, inside the page: no request carries the secret."""
    return segno.make(address, error="m").svg_data_uri(scale=5, border=3, dark="#000", light="#fff")


def _done(visitor: Visitor, what: str, at: str = "") -> Response:
    where = f"/account?done={what}&lang={visitor.words.language}"
    return RedirectResponse(f"{where}#{at}" if at else where, status_code=303, headers=HEADERS)


def _to_sign_in() -> Response:
    return RedirectResponse(f"{SIGN_IN}?next=/account", status_code=303, headers=HEADERS)
