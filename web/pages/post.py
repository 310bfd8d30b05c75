"""Letters with one-time links, sent from a page."""

from __future__ import annotations

from uuid import UUID, uuid4

from cases.access import Person, Role
from cases.errors import NotFound
from cases.languages import Language
from desk.links import LinkBody, LinkKind, Links
from notices.letters import Letter, link_letter, part_letter, staff_letter
from web.composition import Onboard
from web.telling import letterbox


class Post:
    """Makes links and sends them to the one mailbox that they are for."""

    def __init__(self, onboard: Onboard) -> None:
        self._onboard = onboard
        self._links = Links(onboard.desk)
        self._letterbox = letterbox(onboard.desk, onboard.settings)

    async def send_link(
        self,
        kind: LinkKind,
        body: LinkBody,
        *,
        case_id: UUID | None = None,
        created_by: UUID | None = None,
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
        letter = link_letter(kind, body.language, body.name, url, body.asked_by, body.business)
        await self.send(body.email, letter, secret)

    async def send_part(self, person: Person, case_id: UUID, language: Language) -> None:
        """Send a participant the link to their part; raises NotFound for who is none, Unavailable.

        Staff are led to their part as well, and sign in with their password on the way.
        """
        part = await self._onboard.views.part(person, case_id)
        public_url = self._onboard.settings.public_url
        signs_in = not await self._is_staff(person.email)
        if signs_in:
            body = LinkBody(email=person.email, name=part.name, language=language, leads_to="part")
            secret = await self._links.make(LinkKind.PART, body, person_id=person.id, case_id=case_id)
            url = f"{public_url}/link/{secret}"
        else:
            secret, url = uuid4().hex, f"{public_url}/part/{case_id}"
        letter = part_letter(language, part.name, part.asked_by, part.business, url, signs_in=signs_in)
        await self.send(person.email, letter, secret)

    async def send(self, email: str, letter: Letter, key: str) -> None:
        """Send a letter, once for each key; raises Unavailable."""
        await self._letterbox.send(email, letter, key=f"page:{email}:{key}")

    async def _is_staff(self, email: str) -> bool:
        try:
            person = await self._onboard.people.by_email(email)
        except NotFound:
            return False
        return person.roles != frozenset({Role.MERCHANT})
