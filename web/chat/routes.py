"""Our own routes where the chat is mounted; they come before Chainlit's."""

from __future__ import annotations

from uuid import UUID

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from cases.access import Person
from cases.errors import NotFound, OnboardError
from cases.languages import Language
from desk.wordbook import wordbook
from web.chat.actions import press
from web.chat.assets import asset
from web.chat.avatars import drawing_of, initials_drawn
from web.chat.context import current
from web.chat.gate import to_sign_in
from web.chat.page import Page, chat_page
from web.chat.sign_in import SignIn
from web.chat.window_language import COOKIE, language_for
from web.chat.windows import begin_another, latest_thread
from web.pages.privacy import privacy_page


class Routes:
    """The pages and calls that are ours; ``root``: where the chat is mounted, "" at the top."""

    def __init__(self, root: str) -> None:
        self._pages: dict[Language, Page] = {}
        self._root = root
        self._sign_in = SignIn()

    def listed(self) -> list[BaseRoute]:
        """The routes, for the gate."""
        return [
            Route("/", self.home),
            Route("/thread/{thread_id}", self.thread),
            Route("/case/{case_id}", self.case),
            Route("/login", self._sign_in.show, methods=["GET"]),
            Route("/login", self._sign_in.submit, methods=["POST"]),
            Route("/project/action", press, methods=["POST"]),
            Route("/set-session-cookie", _no_cookie, methods=["POST"]),
            Route("/avatars/{name}", _avatar),
            Route("/assets/{name}", asset),
            Route("/privacy", self.privacy),
        ]

    async def home(self, request: Request) -> Response:
        """The queue for staff; for a merchant the application that they go on with, or a new one."""
        person: Person | None = request.scope["person"]
        if person is None:
            return to_sign_in(request)
        if "another" in request.query_params:
            begin_another(person)
        elif (thread_id := await latest_thread(person)) is not None:
            return RedirectResponse(f"{self._root}/thread/{thread_id}", status_code=303)
        return self._chat(await language_for(person, _wanted(request)))

    async def thread(self, request: Request) -> Response:
        """A conversation of the person's own; home for any other."""
        person: Person | None = request.scope["person"]
        if person is None:
            return to_sign_in(request)
        try:
            case_id = await current().views.case_of_thread(person, request.path_params["thread_id"])
            return self._chat(await language_for(person, _wanted(request), case_id))
        except NotFound:
            return RedirectResponse(f"{self._root}/", status_code=303)

    async def case(self, request: Request) -> Response:
        """The person's window onto a case, made where there is none yet."""
        person: Person | None = request.scope["person"]
        if person is None:
            return to_sign_in(request)
        try:
            case_id = UUID(request.path_params["case_id"])
            thread_id = await current().views.bind_thread(person, case_id)
        except (OnboardError, ValueError):
            return RedirectResponse(f"{self._root}/", status_code=303)
        return RedirectResponse(f"{self._root}/thread/{thread_id}", status_code=303)

    async def privacy(self, request: Request) -> Response:
        """The privacy notice."""
        return privacy_page(request, current().desk.policy, self._root)

    def _chat(self, language: Language) -> Response:
        page = self._pages.setdefault(language, chat_page(self._root, wordbook(language)))
        response = HTMLResponse(page.html, headers={"content-security-policy": page.policy})
        response.set_cookie(COOKIE, language, path=f"{self._root}/", httponly=True, samesite="lax")
        return response


def _wanted(request: Request) -> str:
    return request.headers.get("accept-language", "")


async def _no_cookie(request: Request) -> Response:
    """Chainlit's page asks for a cookie that pins it to a server; nothing here needs one."""
    del request
    return JSONResponse({"message": "Not needed"})


async def _avatar(request: Request) -> Response:
    """An agent's drawing, or a person's initials."""
    name = str(request.path_params["name"])[:80]
    drawing = drawing_of(name)
    headers = {"cache-control": "private, max-age=86400"}
    if drawing is not None:
        return FileResponse(drawing, media_type="image/svg+xml", headers=headers)
    return Response(initials_drawn(name), media_type="image/svg+xml", headers=headers)
