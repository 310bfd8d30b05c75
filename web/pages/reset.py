"""A new password by mail. Asking always gets the same answer; looking at the link changes nothing."""

from __future__ import annotations

from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.background import BackgroundTask

from cases.errors import OnboardError
from cases.languages import Language, known_language
from desk.attempts import TooManyAttempts
from desk.links import LinkRefused
from desk.passwords import WeakPassword
from desk.resets import Resets
from desk.wordbook import Wordbook, wordbook
from notices.letters import changed_letter, reset_letter
from web.api.callers import onboard_of
from web.chat.entry import caller_of, know_device, waiting_time
from web.composition import Onboard
from web.pages.post import Post
from web.pages.shell import SIGN_IN, PageRoute, language_of, page, see_other

router = APIRouter(prefix="/reset", include_in_schema=False, route_class=PageRoute)

log = structlog.get_logger(__name__)

Installation = Annotated[Onboard, Depends(onboard_of)]


@router.get("")
async def show(request: Request) -> Response:
    """Where one asks."""
    return page("reset_ask", language_of(request), email="", error="")


@router.post("")
async def ask(request: Request, onboard: Installation) -> Response:
    """Send a link where there is an account, behind the answer: its time does not tell whether there is."""
    async with request.form(max_files=0, max_fields=10) as form:
        email, language = str(form.get("email") or "")[:254], known_language(str(form.get("lang"))) or "en"
    try:
        await Resets(onboard.desk, onboard.people).count(email, caller_of(request))
    except TooManyAttempts as error:
        said = waiting_time(wordbook(language), error, plain=True)
        answer = page("reset_ask", language, status=error.status, email=email, error=said)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    answer = see_other(f"/reset/sent?lang={language}")
    answer.background = BackgroundTask(_send, onboard, email, language)
    return answer


@router.get("/sent")
async def sent(request: Request) -> Response:
    """Where to look now."""
    language = language_of(request)
    words = wordbook(language)
    lines = [words("reset.sent_text"), words("reset.sent_nothing")]
    return _told(language, words("reset.sent_title"), lines, f"/reset?lang={language}", words("reset.again"))


@router.api_route("/{secret}", methods=["GET", "HEAD"])
async def look(secret: str, request: Request, onboard: Installation) -> Response:
    """Where the new password is typed, below its rules."""
    language = language_of(request)
    try:
        _, person = await Resets(onboard.desk, onboard.people).look(secret)
    except LinkRefused as refused:
        return _refused(language, refused)
    return page("reset_set", language, secret=secret, email=person.email, error="")


@router.post("/{secret}")
async def use(secret: str, request: Request, onboard: Installation) -> Response:
    """Set it. Nobody is signed in by this: the sign-in page comes next."""
    async with request.form(max_files=0, max_fields=10) as form:
        password, again = str(form.get("password") or ""), str(form.get("again") or "")
        language = known_language(str(form.get("lang"))) or "en"
    words, resets = wordbook(language), Resets(onboard.desk, onboard.people)
    try:
        _, person = await resets.look(secret)
        error = words("reset.differ") if password != again else await _set(resets, secret, password, words)
    except LinkRefused as refused:
        return _refused(language, refused)
    if error:
        return page("reset_set", language, status=422, secret=secret, email=person.email, error=error)
    await tell_changed(onboard, person.email, language)
    answer = _told(
        language, words("reset.done_title"), [words("reset.done_text")], SIGN_IN, words("signin.button")
    )
    know_device(request, answer, person)
    return answer


async def _set(resets: Resets, secret: str, password: str, words: Wordbook) -> str:
    """Set the password; returns what is wrong with it, empty where it is set."""
    try:
        await resets.use(secret, password)
    except WeakPassword as weak:
        return words(f"reset.{weak.weakness}")
    return ""


async def tell_changed(onboard: Onboard, email: str, language: Language) -> None:
    """Write to an account that its password was changed; where that fails, the change stays."""
    letter = changed_letter(language, f"{onboard.settings.public_url}/reset")
    try:
        await Post(onboard).send(email, letter, f"changed {onboard.desk.clock().isoformat()}")
    except OnboardError as error:
        log.warning("letter_not_sent", code=error.code)


async def _send(onboard: Onboard, email: str, language: Language) -> None:
    try:
        made = await Resets(onboard.desk, onboard.people).make(email, language)
        if made is not None:
            person, secret = made
            url = f"{onboard.settings.public_url}/reset/{secret}?lang={language}"
            await Post(onboard).send(person.email, reset_letter(language, person.name, url), secret)
    except OnboardError as error:
        log.warning("letter_not_sent", code=error.code)


def _refused(language: Language, refused: LinkRefused) -> Response:
    words = wordbook(language)
    title, text = words(f"link.{refused.reason}_title"), words("reset.refused")
    again = f"/reset?lang={language}"
    return _told(language, title, [text], again, words("reset.again"), status=refused.status)


def _told(
    language: Language, title: str, lines: list[str], link: str, link_text: str, status: int = 200
) -> Response:
    return page(
        "told",
        language,
        status=status,
        title=title,
        lines=lines,
        picture="",
        action="",
        button="",
        link=link,
        link_text=link_text,
    )
