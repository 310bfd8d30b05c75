"""Where each value of an application comes from: whose words, when, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from cases.application import FactValue, FieldName
from cases.events import DocumentReceived, Event, FactRecorded
from cases.events.facts import Certainty
from cases.record import Provenance
from cases.sensitive import display
from desk.labels import value_in_words
from desk.offers import line_of
from desk.rights import Reader
from desk.wordbook import Wordbook


class Origin(BaseModel):
    """The words that a value was read from, who said them and when; ``how``: how sure that is, in words.

    ``before``: what stood there until it was corrected.
    """

    model_config = ConfigDict(frozen=True)

    quote: str | None
    who: str
    at: datetime
    certainty: Certainty
    how: str
    before: str | None


def origins_of(
    reader: Reader, events: Sequence[Event], names: Mapping[UUID, str], words: Wordbook
) -> dict[FieldName, Origin]:
    """The origin of every field that was told or said not to exist, as far as the reader reads the field."""
    record = reader.record
    known = {**record.absent, **record.provenance}
    before = {
        event.body.field: event.body.previous
        for event in events
        if isinstance(event.body, FactRecorded) and reader.sees(event)
    }
    return {
        name: _origin(reader, events[where.source_seq - 1], where, names, words).model_copy(
            update={"before": _shown(reader, name, before.get(name), words)}
        )
        for name, where in known.items()
        if name not in reader.hidden_fields and 1 <= where.source_seq <= len(events)
    }


def _origin(
    reader: Reader, source: Event, where: Provenance, names: Mapping[UUID, str], words: Wordbook
) -> Origin:
    quote = display(where.quote, reader.record.secrets, reader.clear_kinds)
    return Origin(
        quote=quote.strip() or None,
        who=_who(reader, source, names, words),
        at=source.at,
        certainty=where.certainty,
        how=_how(source, where, words),
        before=None,
    )


def _who(reader: Reader, source: Event, names: Mapping[UUID, str], words: Wordbook) -> str:
    if source.actor == str(reader.person.id):
        return words("card.you")
    return names.get(UUID(source.actor), "") or words("card.somebody")


def _how(source: Event, where: Provenance, words: Wordbook) -> str:
    if where.certainty == "document" and isinstance(source.body, DocumentReceived):
        kind = words(f"document.kind_{source.body.document_kind.value}")
        return words("card.how_document", document=kind, line=line_of(source.body.text, where.quote))
    return words(f"card.how_{where.certainty}")


def _shown(reader: Reader, name: FieldName, value: FactValue | None, words: Wordbook) -> str | None:
    currency = reader.record.application.currency
    clear = reader.clear_fields
    return value_in_words(name, value, currency=currency, clear=clear, language=words.language)
