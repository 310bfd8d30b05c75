"""Sending mail: over SMTP where that is configured, otherwise as ``.eml`` files in the outbox."""

from __future__ import annotations

import asyncio
import hashlib
import os
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiosmtplib
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cases.errors import Unavailable
from notices.letters import Letter
from notices.pictures import qr_code
from storage.settings import Settings

SENDER = "Onboard <no-reply@{host}>"

CONNECTING, ANSWERING, LONGEST = 15.0, 100.0, 240.0
"""Seconds until a server greets, for each of its answers, and for a whole letter.

A letter that a slow server took after we had gone would go out twice (RFC 5321, 4.5.3.2.6)."""

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Mailer:
    """Sends letters. One that is sent again under the same key is the same letter, not a second."""

    def __init__(self, settings: Settings) -> None:
        self._smtp = settings.smtp_url
        self._outbox = settings.data_dir / "outbox"
        self._host = urlsplit(settings.public_url).hostname or "localhost"

    @property
    def is_by_smtp(self) -> bool:
        """Whether letters go to a server, which may fail or take its time; else they are files."""
        return self._smtp is not None

    async def send(self, to: str, letter: Letter, key: str) -> None:
        """Send a letter; raises Unavailable where it could not be handed on."""
        message = self._write(to, letter, key)
        try:
            if self._smtp is None:
                await asyncio.to_thread(self._file, message, key)
            else:
                await self._hand_on(message, self._smtp.get_secret_value())
        except (OSError, TimeoutError, aiosmtplib.SMTPException) as error:
            raise Unavailable("The letter could not be sent just now. Please try again.") from error

    def _write(self, to: str, letter: Letter, key: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = SENDER.format(host=self._host)
        message["To"] = to
        message["Subject"] = letter.subject
        message["Date"] = formatdate()
        message["Message-ID"] = f"<{_name(key)}@{self._host}>"
        message["Content-Language"] = letter.language
        # No answering machine has to answer (RFC 3834).
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(letter.text)
        picture = f"link-{_name(key)}@{self._host}"
        html = _TEMPLATES.get_template("letter.html").render(letter=letter, picture=picture)
        message.add_alternative(html, subtype="html")
        if letter.url and letter.with_picture:
            _attach(message, qr_code(letter.url), picture)
        for paper in letter.attachments:
            message.add_attachment(paper.content, "application", "pdf", filename=paper.name)
        return message

    def _file(self, letter: EmailMessage, key: str) -> None:
        self._outbox.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self._outbox / f"{_name(key)}.eml"
        unfinished = file.with_suffix(".part")
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(letter.as_bytes())
        Path(unfinished).replace(file)

    async def _hand_on(self, letter: EmailMessage, url: str) -> None:
        parts = urlsplit(url)
        secure = parts.scheme == "smtps"
        client = aiosmtplib.SMTP(
            hostname=parts.hostname or "localhost",
            port=parts.port or (465 if secure else 587),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            # Else the resolver is asked what this machine is called, which may take long.
            local_hostname=self._host,
            use_tls=secure,
            timeout=CONNECTING,
        )
        async with asyncio.timeout(LONGEST), client:
            await client.send_message(letter, timeout=ANSWERING)


def _attach(message: EmailMessage, png: bytes, picture: str) -> None:
    """Put a picture into the HTML part, so that showing it asks no server for anything."""
    html = message.get_body(("html",))
    if html is not None:
        html.add_related(png, "image", "png", cid=f"<{picture}>")


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]
