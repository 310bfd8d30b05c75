"""Letters with one-time links, sent from a page."""

from __future__ import annotations

from uuid import UUID

from cases.access import Role
from cases.errors import NotFound
from desk.links import LinkBody, LinkKind, Links
from notices.letters import Letter, link_letter, staff_letter
from notices.mail import Mailer
from web.composition import Onboard


class Post:
    """Makes links and sends them to the one mailbox that they are for."""

    def __init__(self, onboard: Onboard) -> None:
        self._onboard = onboard
        self._links = Links(onboard.desk)
        self._mailer = Mailer(onboard.settings)

    async def send_link(
        self,
        kind: LinkKind,
        body: LinkBody,
        *,
        case_id: UUID | None = None,
        created_by: UUID | None = None,
        asked_by: str = "",
    ) -> None:
        """Send a link; staff are told to sign in with their password, since no link signs them in.

        Raises Unavailable where the letter could not be handed on.
        """
        public_url = self._onboard.settings.public_url
        if await self._is_staff(body.email):
            await self.send(body.email, staff_letter(body.language, f"{public_url}/chat/login"), "staff")
            return
        secret = await self._links.make(kind, body, case_id=case_id, created_by=created_by)
        url = f"{public_url}/link/{secret}"
        letter = link_letter(kind, body.language, body.name, url, asked_by)
        await self.send(body.email, letter, secret)

    async def send(self, email: str, letter: Letter, key: str) -> None:
        """Send a letter, once for each key; raises Unavailable."""
        await self._mailer.send(email, letter, key=f"page:{email}:{key}")

    async def _is_staff(self, email: str) -> bool:
        try:
            person = await self._onboard.people.by_email(email)
        except NotFound:
            return False
        return person.roles != frozenset({Role.MERCHANT})
