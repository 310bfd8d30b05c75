"""A new password by mail: whoever reads the mail of the account's address sets it."""

from __future__ import annotations

from sqlalchemy import update

from cases.access import Person
from cases.errors import NotFound
from cases.languages import Language
from desk.attempts import Attempts, account, address, letters
from desk.desk import Desk
from desk.links import Link, LinkBody, LinkKind, Links
from desk.passwords import hash_password
from desk.people import People, address_as_added
from desk.signing_in import Caller
from storage.tables import people


class Resets:
    """Asks for a link, and uses it."""

    def __init__(self, desk: Desk, accounts: People) -> None:
        self._desk = desk
        self._people = accounts
        self._links = Links(desk)
        self._attempts = Attempts(desk)

    async def count(self, email: str, caller: Caller) -> None:
        """Count that somebody asks; raises TooManyAttempts, whether or not there is an account."""
        await self._attempts.take(letters(address_as_added(email)), address(caller.address))

    async def make(self, email: str, language: Language) -> tuple[Person, str] | None:
        """Whose account it is, and the secret of their link, which ends older ones; None where nobody's."""
        try:
            person = await self._people.by_email(email)
        except NotFound:
            return None
        body = LinkBody(email=person.email, name=person.name, language=language)
        return person, await self._links.make(LinkKind.RESET, body, person_id=person.id)

    async def look(self, secret: str) -> tuple[Link, Person]:
        """The link and whose password it sets; raises LinkRefused, and Unauthenticated where disabled."""
        link = await self._links.look(secret, resets=True)
        if link.person_id is None:
            raise NotFound("There is no such account.")
        return link, await self._people.person(link.person_id)

    async def use(self, secret: str, password: str) -> Person:
        """Set the password, which ends every session of the account and what was held against it.

        Raises WeakPassword, and the link is still good; LinkRefused, Unauthenticated.
        """
        link, person = await self.look(secret)
        hashed = await hash_password(password, person.email, person.name)
        values = {"password_hash": hashed, "sessions_from": self._desk.clock()}
        async with self._desk.db.write() as tx:
            await self._links.use_in(tx, link)
            await tx.execute(update(people).where(people.c.id == person.id).values(**values))
            await self._attempts.forgive_in(tx, account(person.email), letters(person.email))
        return person
