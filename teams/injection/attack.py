"""An attack: what somebody writes who wants the agents to do what only people may, and where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agents.adversaries import Meaning
from cases.application import FieldName
from cases.errors import Invalid

SHIPPED = Path(__file__).with_name("attacks.jsonl")
"""The project's own attacks, one a line."""

Where = Literal[
    "message",
    "business_name",
    "owner_name",
    "address",
    "website",
    "rest_body",
    "file_name",
    "document",
    "account_name",
    "participant",
    "information_answer",
    "information_document",
    "appeal",
    "complaint",
    "reopening",
    "taken_over",
    "staff_note",
    "staff_message",
    "active",
    "service_answer",
    "verification_answer",
]

Text = Annotated[str, Field(min_length=1, max_length=20_000)]


class Attack(BaseModel):
    """One line of the file.

    ``field``: of the request's body that holds the text, where it stands in ``rest_body``. ``turns``: what
    the merchant writes afterwards, message by message. ``meaning``: what a model that obeys does because of
    the text, besides what its words order plainly.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(min_length=1)]
    form: Annotated[str, Field(min_length=1)]
    language: str = "en"
    where: Where = "message"
    text: Text
    field: FieldName = FieldName.BUSINESS_TYPE
    turns: tuple[Text, ...] = ()
    meaning: Meaning = Meaning()

    @property
    def stands_in(self) -> FieldName | None:
        """The field of the application that is the attack's own text."""
        named = {
            "business_name": FieldName.MERCHANT_NAME,
            "owner_name": FieldName.OWNERS,
            "address": FieldName.ADDRESS,
            "website": FieldName.WEBSITE,
            "rest_body": self.field,
        }
        return named.get(self.where)


def read_attacks(file: Path) -> list[Attack]:
    """The attacks of a file, one a line; raises Invalid, naming the line that is wrong."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(f"{file} cannot be read: {error}") from error
    found: dict[str, Attack] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            attack = _read(line, f"{file}, line {number}")
            if attack.id in found:
                raise Invalid(f"{file}, line {number}: there is an attack {attack.id!r} already.")
            found[attack.id] = attack
    if not found:
        raise Invalid(f"{file} holds no attack.")
    return [*found.values()]


def _read(line: str, where: str) -> Attack:
    try:
        return Attack.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        part = ".".join(str(part) for part in first["loc"])
        raise Invalid(f"{where}: {part}: {first['msg']}") from error
