"""A real mail server on the loopback that answers what its script says, and keeps what it has taken."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

TAKEN = "250 taken"
USER, PASSWORD = "onboard", "p@ss/word"


@dataclass(frozen=True)
class Reply:
    """What the server says to a letter; None closes the connection, ``once`` keeps it waiting until then."""

    line: str | None = TAKEN
    once: asyncio.Event | None = None


@dataclass
class MailServer:
    """Serves the script in order, the last reply for ever."""

    script: list[Reply]
    port: int = 0
    tried: int = 0
    letters: list[EmailMessage] = field(default_factory=list[EmailMessage])
    secured: list[bool] = field(default_factory=list[bool])
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        reply = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        async with self.arrived:
            self.tried += 1
            self.arrived.notify_all()
        if reply.once is not None:
            await reply.once.wait()
        if reply.line == TAKEN:
            content = envelope.original_content or b""
            self.letters.append(message_from_bytes(content, policy=default))  # type: ignore[arg-type]
            self.secured.append(session.ssl is not None)
        if reply.line is None:
            assert server.transport is not None
            server.transport.close()
        return reply.line or "421 going"

    async def has_tried(self, number: int) -> None:
        """Return once that many letters have come, whatever was said to them."""
        async with self.arrived:
            await self.arrived.wait_for(lambda: self.tried >= number)

    def ids(self) -> list[str]:
        return [str(letter["Message-ID"]) for letter in self.letters]


def _let_in(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: LoginPassword | object
) -> AuthResult:
    del server, session, envelope, mechanism
    assert isinstance(given, LoginPassword)
    return AuthResult(success=given == LoginPassword(USER.encode(), PASSWORD.encode()))


@asynccontextmanager
async def mail_server(
    *script: Reply, tls: ssl.SSLContext | None = None, implicit: bool = False, port: int = 0
) -> AsyncGenerator[MailServer]:
    """With ``tls`` it wants STARTTLS and a user, or TLS from the beginning where it is ``implicit``."""
    scripted = MailServer(list(script) or [Reply()])
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        return SMTP(
            scripted,
            hostname="mail.test",
            loop=loop,
            tls_context=None if implicit else tls,
            require_starttls=tls is not None and not implicit,
            authenticator=_let_in,
            auth_required=tls is not None and not implicit,
            auth_require_tls=not implicit,
        )

    server = await loop.create_server(protocol, "127.0.0.1", port, ssl=tls if implicit else None)
    scripted.port = server.sockets[0].getsockname()[1]
    try:
        yield scripted
    finally:
        server.close()
