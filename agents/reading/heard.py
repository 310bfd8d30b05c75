"""What goes into the reader and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from cases.application import FactValue, FieldName


@dataclass(frozen=True)
class Said:
    """One message of the merchant, tokenised; ``asked`` are the fields that it answers."""

    seq: int
    text: str
    asked: tuple[FieldName, ...] = ()


@dataclass(frozen=True)
class Heard:
    """A value that holds, and the words (verbatim in that message) that state it."""

    field: FieldName
    value: FactValue
    quote: str
    message_seq: int


@dataclass(frozen=True)
class Absent:
    """The merchant's word that they have none of something."""

    field: FieldName
    quote: str
    message_seq: int


@dataclass(frozen=True)
class Reading:
    """All that the conversation states, the last word that holds for each field.

    ``facts`` are in an order in which they can be recorded one after the other. Two facts of a field
    stand there only for address and owners, where one message completes what another one said.
    """

    facts: tuple[Heard, ...] = ()
    absent: tuple[Absent, ...] = ()

    def value(self, field: FieldName) -> FactValue | None:
        """The last value heard for a field."""
        return next((fact.value for fact in reversed(self.facts) if fact.field is field), None)
