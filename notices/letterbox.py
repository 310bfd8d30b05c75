"""Takes letters on: a file at once, or written down for the mail server, which delays nobody."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from cases.errors import Unavailable
from desk import letters
from desk.delivering import Delivery
from desk.desk import Desk
from notices.letters import Letter
from notices.mail import Mailer
from notices.undelivered import NotDelivered


class Sealed(BaseModel):
    """A letter that waits, whom it is for, and the key under which it is one."""

    model_config = ConfigDict(frozen=True)

    to: str
    key: str
    letter: Letter


class Letterbox:
    """Where every letter of the pages and of the team goes."""

    def __init__(self, desk: Desk, mailer: Mailer) -> None:
        self._desk = desk
        self._mailer = mailer

    async def send(self, to: str, letter: Letter, key: str) -> None:
        """Take a letter on, once for each key; raises Unavailable where it could not even be written down."""
        if self._mailer.is_by_smtp:
            sealed = Sealed(to=to, key=key, letter=letter)
            await letters.write_down(self._desk, key, sealed.model_dump_json())
        else:
            await self._mailer.send(to, letter, key)


class WrittenLetters:
    """Sends the letters that were written down."""

    def __init__(self, desk: Desk, mailer: Mailer) -> None:
        self._desk = desk
        self._mailer = mailer

    async def send(self, delivery: Delivery) -> None:
        """Send a letter; raises NotDelivered."""
        body = await letters.read(self._desk, delivery.id)
        if body is None:
            raise NotDelivered("the letter is not there any more", for_good=True)
        sealed = Sealed.model_validate_json(body)
        await hand_on(self._mailer, sealed.to, sealed.letter, sealed.key)


async def hand_on(mailer: Mailer, to: str, letter: Letter, key: str) -> None:
    """Give a letter to the mail server now; raises NotDelivered."""
    try:
        await mailer.send(to, letter, key)
    except Unavailable as error:
        raise NotDelivered(f"not taken ({type(error.__cause__).__name__})") from None
