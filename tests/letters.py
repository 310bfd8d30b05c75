"""What lies in the outbox: the letters that a person got, and the one-time links in them."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path


def letters_to(data_dir: Path, address: str) -> list[EmailMessage]:
    """The letters to an address, oldest first."""
    files = sorted((data_dir / "outbox").glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    written = [text for file in files if address.encode() in (text := file.read_bytes())]
    letters = [message_from_bytes(text, policy=default) for text in written]
    return [letter for letter in letters if letter["To"] == address]


def text_of(letter: EmailMessage) -> str:
    """The letter as plain text."""
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def link_in(letter: EmailMessage) -> str:
    """The path of the one-time link in a letter."""
    found = re.search(r"https?://[^/\s]+(/link/[\w-]+)", text_of(letter))
    assert found is not None, text_of(letter)
    return found[1]
