"""The language of a chat window: its merchant's, English for staff; the page says it in a cookie.

Chainlit's page asks for its own words by the browser's language; the gate puts ours in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from starlette.requests import HTTPConnection
from starlette.types import Scope

from cases.access import Person
from cases.languages import Language, best_language, known_language
from web.chat.context import current

COOKIE = "onboard_language"

CODES: dict[Language, str] = {"en": "en-US", "es": "es", "fr": "fr-FR", "de": "de-DE"}
"""Chainlit's names of its files of words (.chainlit/translations)."""


async def language_for(person: Person, wanted: str, case_id: UUID | None = None) -> Language:
    """A person's language before a case; before none, the one that their browser asks for."""
    if person.is_staff:
        return "en"
    if case_id is None:
        return best_language(wanted)
    return await current().views.language(person, case_id)


def language_of_window(cookies: Mapping[str, str], wanted: str) -> Language:
    """What the page said in its cookie, else the best of those that the browser asks for."""
    return known_language(cookies.get(COOKIE, "")) or best_language(wanted)


def ask_in_our_language(scope: Scope) -> None:
    """Let a request for Chainlit's words ask for the window's language."""
    connection = HTTPConnection(scope)
    language = language_of_window(connection.cookies, connection.headers.get("accept-language", ""))
    scope["query_string"] = f"language={CODES[language]}".encode()
