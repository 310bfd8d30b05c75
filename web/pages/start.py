"""The way in: a name and an e-mail address, and a link that proves it. Nothing else is kept until then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, cast

from babel import Locale
from email_validator import EmailNotValidError, validate_email
from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from pydantic import BaseModel, StringConstraints

from cases.errors import Invalid, OnboardError
from cases.languages import Language, known_language, region_of
from desk.at_hand import KINDS, REGISTERS, needed_later, needed_now
from desk.links import LinkBody, LinkKind
from desk.notice import address_of, privacy_notice
from desk.wordbook import wordbook
from web.api.callers import onboard_of
from web.chat.buckets import Buckets
from web.composition import Onboard
from web.pages.post import Post
from web.pages.prose import prose
from web.pages.shell import PageRoute, language_of, page, see_other

router = APIRouter(include_in_schema=False, route_class=PageRoute)

Installation = Annotated[Onboard, Depends(onboard_of)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)]

BY_ADDRESS = Buckets(burst=60, per_second=0.05)
BY_EMAIL = Buckets(burst=5, per_second=0.005)
"""Letters that one network address may ask for, and that one mailbox gets: nobody is flooded from here."""


class _Asked(BaseModel):
    """What the form says."""

    name: Text = ""
    email: Text = ""
    lang: str = "en"


@router.get("/start")
async def show(request: Request, onboard: Installation) -> Response:
    """The page."""
    return _page(request, onboard, language_of(request), _Asked())


@router.post("/start")
async def ask(request: Request, onboard: Installation) -> Response:
    """Send a link; the answer is the same whether or not the address is known here."""
    async with request.form(max_files=0, max_fields=10) as form:
        asked = _Asked.model_validate({key: str(value)[:254] for key, value in form.items()})
    language = known_language(asked.lang) or "en"
    try:
        email, name = checked_email(asked.email, language), checked_name(asked.name, language)
        body = LinkBody(email=email, name=name, language=language)
        require_rate(request, body.email, language)
    except OnboardError as error:
        return _page(request, onboard, language, asked, error)
    await Post(onboard).send_link(LinkKind.START, body)
    return see_other(f"/start/sent?lang={language}")


@router.get("/start/sent")
async def sent(request: Request) -> Response:
    """Where to look now."""
    language = language_of(request)
    words = wordbook(language)
    return page(
        "told",
        language,
        title=words("start.sent_title"),
        lines=[words("start.sent_text"), words("start.sent_nothing")],
        picture="",
        action="",
        button="",
        link=f"/start?lang={language}",
        link_text=words("start.again"),
    )


class TooMany(OnboardError):
    """Somebody asks for very many letters."""

    code = "too_many_requests"
    status = 429


def require_rate(request: Request, email: str, language: Language) -> None:
    """Raise TooMany where an address asks for, or a mailbox would get, very many letters."""
    address = request.client.host if request.client else ""
    if not BY_ADDRESS.take(address) or not BY_EMAIL.take(email.casefold()):
        raise TooMany(wordbook(language)("link.too_often"))


def checked_email(email: str, language: Language) -> str:
    """The address as it is kept; raises Invalid, in the reader's language."""
    try:
        return validate_email(email, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError as error:
        raise Invalid(wordbook(language)("start.wrong_email")) from error


def checked_name(name: str, language: Language) -> str:
    """The name without what cannot be seen; raises Invalid, in the reader's language."""
    readable = " ".join("".join(char for char in name if char.isprintable()).split())[:100]
    if len(readable) < 2:
        raise Invalid(wordbook(language)("start.wrong_name"))
    return readable


def _page(
    request: Request, onboard: Onboard, language: Language, asked: _Asked, error: OnboardError | None = None
) -> Response:
    words, policy = wordbook(language), onboard.desk.policy
    notice = privacy_notice(language, policy.deadlines.merchant_days)
    country = _country_of(request)
    return page(
        "start",
        language,
        status=error.status if error else 200,
        name=asked.name,
        email=asked.email,
        error=str(error) if error else "",
        notice=notice,
        notice_short=prose(notice.short),
        notice_version=policy.notice.version,
        notice_address=address_of(policy.notice.page, language),
        country=country,
        countries=_countries(language),
        now=needed_now(words, country),
        later=needed_later(words, country),
        kinds=KINDS,
    )


def _country_of(request: Request) -> str | None:
    """The country that somebody chose, else the one of the language that their browser asks for."""
    chosen = request.query_params.get("country", region_of(request.headers.get("accept-language", "")))
    return chosen if chosen in REGISTERS else None


def _countries(language: Language) -> list[tuple[str, str]]:
    names = cast("Mapping[str, str]", Locale(language).territories)
    return sorted(((code, names[code]) for code in REGISTERS), key=lambda pair: pair[1])
