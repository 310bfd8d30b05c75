"""The web application: REST, events and health at the top, the chat beside them."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import RedirectResponse

from web.api import (
    accounts,
    assignment,
    categories,
    complaints,
    deciding,
    docs,
    documents,
    evidence,
    health,
    matches,
    merchants,
    notices,
    notifications,
    overrides,
    queue,
    requests,
    stream,
    structure,
    summary,
    team,
    together,
    webhooks,
)
from web.api.idempotency import Turns
from web.api.limits import Limits
from web.api.problems import add_problems
from web.api.refusals import describe_problems
from web.chat.context import ChatContext
from web.chat_mount import mount_chat
from web.guard import Guard
from web.pages import (
    account,
    away,
    check,
    decide,
    device,
    form,
    invite,
    link,
    notice,
    owners,
    part,
    people,
    reset,
    start,
    upload,
)
from web.pages import team as team_page
from web.running import Process

ABOUT = """Merchant onboarding as a conversation, for programs.

Every call but the health checks needs `Authorization: Bearer TOKEN`; `onboard tokens create EMAIL`
makes one. A refusal is an `application/problem+json` document with a `code`. A POST may carry an
`Idempotency-Key`: sent again, it gets the first answer and does nothing twice. 1,000 requests a
minute and 50 at once are fine for one token.

Amounts are whole units of `currency`; times are ISO 8601 in UTC; scores run from 0 to 1, and higher
is safer.
"""

PAGES = (
    team_page,
    away,
    start,
    invite,
    link,
    device,
    upload,
    form,
    check,
    people,
    owners,
    part,
    reset,
    account,
    decide,
    notice,
)


def create_app(process: Process) -> FastAPI:
    """Everything: REST and chat. Once in a process, as Chainlit is one application.

    What runs behind it (``process.running``) has to run while requests are served.
    """
    api = create_api(process)
    onboard = process.onboard
    context = ChatContext(
        onboard.desk, onboard.people, onboard.views, onboard.queue, onboard.feed, onboard.settings
    )
    mount_chat(api, context)
    for pages in PAGES:
        api.include_router(pages.router)
    api.add_api_route("/", _to_chat, include_in_schema=False)
    return api


def create_api(process: Process) -> FastAPI:
    """The REST API alone."""
    api = FastAPI(
        title="Onboard",
        description=ABOUT,
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    api.state.onboard = process.onboard
    api.state.process = process
    api.state.limits = Limits()
    api.state.turns = Turns()
    add_problems(api)
    describe_problems(api)
    for room in (
        queue,
        merchants,
        notices,
        accounts,
        assignment,
        documents,
        structure,
        evidence,
        matches,
        categories,
        overrides,
        requests,
        deciding,
        summary,
        together,
        notifications,
        webhooks,
        complaints,
        team,
        stream,
        health,
        docs,
    ):
        api.include_router(room.router)
    api.add_middleware(Guard, secure=process.onboard.settings.public_url.startswith("https://"))
    return api


async def _to_chat() -> RedirectResponse:
    return RedirectResponse("/chat/")
