"""The letters, in their reader's language. They hold links and names at most, nothing else about anybody."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.languages import Language
from desk.desk import Desk
from desk.links import LIFETIMES, LinkKind
from desk.wordbook import wordbook


class Attachment(BaseModel):
    """A PDF that comes with a letter."""

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")

    name: str
    content: bytes


class Letter(BaseModel):
    """What is sent: paragraphs, facts by name, lists, then a button with a link, then small print."""

    model_config = ConfigDict(frozen=True)

    subject: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    language: Language = "en"
    button: str = ""
    url: str = ""
    small: str = ""
    with_picture: bool = False
    attachments: tuple[Attachment, ...] = ()

    @property
    def text(self) -> str:
        """The letter for who reads no HTML."""
        facts = "\n".join(f"{name}: {value}" for name, value in self.facts)
        lists = ("\n".join([f"{title}:", *(f"- {line}" for line in lines)]) for title, lines in self.lists)
        link = f"{self.button}:\n{self.url}" if self.url else ""
        parts = (*self.paragraphs, facts, *lists, link, self.small, "Onboard")
        return "\n\n".join(part for part in parts if part) + "\n"


def link_letter(
    kind: LinkKind, language: Language, name: str, url: str, asked_by: str = "", business: str = ""
) -> Letter:
    """The letter that brings a one-time link to start, to accept an invitation or to continue."""
    name, asked_by, business = harmless(name), harmless(asked_by), harmless(business)
    words = wordbook(language)
    return Letter(
        subject=words(f"letter.{kind.value}_subject", asked_by=asked_by),
        paragraphs=(
            words("letter.hello", name=name) if name else words("letter.hello_nobody"),
            words(f"letter.{kind.value}_text", asked_by=asked_by),
            *([words("letter.invitation_business", business=business)] if business else []),
        ),
        language=language,
        button=words(f"letter.{kind.value}_button"),
        url=url,
        small=small_print(kind, language),
        with_picture=True,
    )


def small_print(kind: LinkKind, language: Language) -> str:
    """How long a link is good, and what to do with one that nobody asked for."""
    words = wordbook(language)
    hours = int(LIFETIMES[kind].total_seconds() // 3600)
    lasts = words("letter.days", days=hours // 24) if hours > 48 else words("letter.hours", hours=hours)
    return words("letter.small", lasts=lasts)


def staff_letter(language: Language, url: str) -> Letter:
    """The letter to somebody on staff who asked for a link: they sign in with their password."""
    words = wordbook(language)
    return Letter(
        subject=words("letter.staff_subject"),
        paragraphs=(words("letter.hello_nobody"), words("letter.staff_text")),
        language=language,
        button=words("letter.staff_button"),
        url=url,
        small=words("letter.unasked"),
    )


def reset_letter(language: Language, name: str, url: str) -> Letter:
    """The letter that brings the link with which a new password is set."""
    words = wordbook(language)
    minutes = int(LIFETIMES[LinkKind.RESET].total_seconds() // 60)
    return Letter(
        subject=words("reset.letter_subject"),
        paragraphs=(words("letter.hello", name=harmless(name)), words("reset.letter_text", minutes=minutes)),
        language=language,
        button=words("reset.letter_button"),
        url=url,
        small=words("letter.unasked"),
    )


def changed_letter(language: Language, url: str) -> Letter:
    """The letter that says that the password was changed, with the way out for whom it was not."""
    words = wordbook(language)
    return Letter(
        subject=words("reset.changed_subject"),
        paragraphs=(words("letter.hello_nobody"), words("reset.changed_text")),
        language=language,
        button=words("reset.changed_button"),
        url=url,
        small=words("reset.changed_small"),
    )


def part_letter(
    language: Language, name: str, asked_by: str, business: str | None, url: str, *, signs_in: bool
) -> Letter:
    """The letter that asks somebody to fill in their own part.

    ``signs_in``: whether the link does that; for staff it does not.
    """
    words = wordbook(language)
    name, asked_by = harmless(name), harmless(asked_by)
    business = harmless(business or words("part.business_unknown"))
    days = LIFETIMES[LinkKind.PART].days
    return Letter(
        subject=words("part.letter_subject", asked_by=asked_by),
        paragraphs=(words("part.letter_text", name=name, asked_by=asked_by, business=business),),
        language=language,
        button=words("part.letter_button"),
        url=url,
        small=words("part.letter_expires" if signs_in else "part.letter_staff", days=days, asked_by=asked_by),
        with_picture=signs_in,
    )


def harmless(name: str) -> str:
    """A name that others chose, short and without signs of which a mail program makes a link."""
    return " ".join("".join(" " if char in "/:@<>" else char for char in name).split())[:100]


def welcome(public_url: str, language: Language = "en") -> Letter:
    """The letter with which a new account begins."""
    words = wordbook(language)
    return Letter(
        subject=words("letter.welcome_subject"),
        paragraphs=(words("letter.hello_nobody"), words("letter.welcome_text")),
        language=language,
        button=words("letter.welcome_button"),
        url=f"{public_url}/chat",
        small=words("letter.welcome_small"),
    )


class Mail(Protocol):
    """What takes letters on."""

    async def send(self, to: str, letter: Letter, key: str) -> None:
        """Take a letter on, once for each key; raises Unavailable."""
        ...


class Welcome:
    """Sends the welcome letter of a case to the address in its application."""

    def __init__(self, desk: Desk, mail: Mail, public_url: str) -> None:
        self._desk = desk
        self._mail = mail
        self._public_url = public_url

    async def __call__(self, case_id: UUID) -> None:
        """Send it, once however often it is asked for; raises Unavailable where it cannot be sent."""
        async with self._desk.db.read() as connection:
            record = (await self._desk.load(connection, case_id)).record
        if record.application.email is None:
            return
        letter = welcome(self._public_url, record.language)
        await self._mail.send(record.application.email, letter, key=f"welcome:{case_id}")
