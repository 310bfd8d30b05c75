"""The shell of our own pages: one template folder, escaped, in a language, never kept or framed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cases.access import Person
from cases.errors import Forbidden, OnboardError
from cases.languages import NAMES, Language, best_language, known_language
from desk.decision_links import DecisionLinkRefused
from desk.links import LinkRefused
from desk.wordbook import wordbook
from web.api.callers import onboard_of
from web.chat.page import security_policy
from web.chat.visitor import person_of

CHAT = "/chat"
SIGN_IN = f"{CHAT}/login"
HOME = f"{CHAT}/"
START = "/start"
HEADERS = {"cache-control": "no-store", "referrer-policy": "no-referrer"}
"""A page's address may hold a link's secret: nothing keeps it, and no other page hears of it."""

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def language_of(request: Request) -> Language:
    """The language that the address names (``?lang=``), else the best of those that the browser reads."""
    named = known_language(request.query_params.get("lang", ""))
    return named or best_language(request.headers.get("accept-language", ""))


def page(template: str, language: Language, /, *, status: int = 200, **values: object) -> HTMLResponse:
    """A page from its template, with the words of a language; values are escaped."""
    given = {"root": CHAT, "home": START, **values}
    html = _TEMPLATES.get_template(f"{template}.html").render(
        words=wordbook(language), language=language, languages=NAMES, **given
    )
    headers = {**HEADERS, "content-security-policy": security_policy()}
    return HTMLResponse(html, status, headers=headers)


async def signed_in(request: Request) -> Person | None:
    """Who is asking, with the rights of this moment; None where nobody is signed in."""
    return await person_of(request.cookies)


class PageRoute(APIRoute):
    """A route whose refusals are pages, and which takes no form from another site."""

    def get_route_handler(self) -> Callable[..., object]:  # type: ignore[override]
        """The handler with both around it."""
        handle = super().get_route_handler()

        async def handle_page(request: Request) -> Response:
            try:
                _refuse_other_sites(request)
                return await handle(request)
            except LinkRefused as refused:
                return _refused_link(request, refused)
            except DecisionLinkRefused as refused:
                return page("decide_refused", "en", status=refused.status, refused=refused)
            except OnboardError as error:
                return page("problem", language_of(request), status=error.status, text=str(error))

        return handle_page


def apology_page(request: Request, number: str) -> HTMLResponse:
    """Something failed that nobody expected; ``number``: under which the log has it."""
    language = language_of(request)
    text = wordbook(language)("link.problem_unexpected", number=number)
    return page("problem", language, status=500, text=text)


def see_other(path: str) -> RedirectResponse:
    """Go on to another page, with a GET."""
    return RedirectResponse(path, status_code=303, headers=HEADERS)


def _refused_link(request: Request, refused: LinkRefused) -> Response:
    secret = str(request.path_params.get("secret", ""))
    return page(
        "link_refused", language_of(request), status=refused.status, reason=refused.reason, secret=secret
    )


def _refuse_other_sites(request: Request) -> None:
    """A browser names where a form comes from; a POST of another site's is not ours (OWASP, CSRF)."""
    if request.method in ("GET", "HEAD"):
        return
    origin = request.headers.get("origin")
    ours = {request.headers.get("host", ""), urlsplit(onboard_of(request).settings.public_url).netloc}
    # With "no-referrer" a browser names no origin ("null") and says in this header that it is our own.
    same_site = request.headers.get("sec-fetch-site", "same-origin") == "same-origin"
    if not same_site or (origin not in (None, "null") and urlsplit(origin).netloc not in ours):
        raise Forbidden("This page may not be used from another site.")
