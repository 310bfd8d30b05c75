"""The letters. They hold links and the business's name at most, nothing else about anybody."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from desk.desk import Desk
from notices.mail import Mailer


class Letter(NamedTuple):
    """What is sent."""

    subject: str
    text: str


def welcome(public_url: str) -> Letter:
    """The letter with which a new account begins."""
    return Letter(
        "Welcome to Onboard",
        "Hello,\n\n"
        "your merchant account has been set up. Everything that we talked about, and your\n"
        f"merchant id, is in your conversation with us: {public_url}/chat\n\n"
        "If you did not apply for an account, please answer this letter.\n\n"
        "Onboard\n",
    )


class Welcome:
    """Sends the welcome letter of a case to the address in its application."""

    def __init__(self, desk: Desk, mailer: Mailer, public_url: str) -> None:
        self._desk = desk
        self._mailer = mailer
        self._public_url = public_url

    async def __call__(self, case_id: UUID) -> None:
        """Send it, once however often it is asked for; raises Unavailable where it cannot be sent."""
        async with self._desk.db.read() as connection:
            record = (await self._desk.load(connection, case_id)).record
        if record.application.email is None:
            return
        letter = welcome(self._public_url)
        await self._mailer.send(
            record.application.email, letter.subject, letter.text, key=f"welcome:{case_id}"
        )
