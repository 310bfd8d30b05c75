"""What is read of a decline: the merchant's part of the card, the letter, and what a reviewer foresees."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from uuid import UUID

from cases.access import Person
from cases.disclosure import disclosure_of
from cases.errors import Forbidden, NotFound
from cases.languages import NAMES
from cases.policy import Policy
from cases.record import CaseRecord
from cases.replay import replay
from cases.states import State
from desk.decline_letter import day_in_words, decline_letter, reference_of, regime_of
from desk.declining import letter_of
from desk.desk import Desk
from desk.document_views import DocumentFile
from desk.review import require_known_reasons
from desk.rights import reader
from desk.sentences import on_decline
from desk.viewing import View
from desk.wordbook import wordbook
from storage.errors import LogDamaged


class DeclinedPart(View):
    """What a declined merchant can do; ``letter``: whether it can be read yet, None where none is written."""

    title: str
    again: str
    letter: bool | None
    download: str
    soon: str


class Foreseen(View):
    """What the merchant will read if the case is declined for these reasons, word by word.

    ``tells``: how many of the reasons they read. ``letter`` is null where the policy has no letters.
    """

    language: str
    tells: int
    message: str
    letter: str | None


def declined_part(record: CaseRecord, policy: Policy) -> DeclinedPart | None:
    """The merchant's part of the card; None where they were not declined."""
    decision = record.decision
    if decision is None or record.state is not State.REJECTED or decision.disclosure is None:
        return None
    words, regime = wordbook(record.language), regime_of(record, policy)
    day = day_in_words(decision.disclosure.apply_again, words.language, regime)
    return DeclinedPart(
        title=words("decline.title"),
        again=words("decline.again", day=day),
        letter=letter_of(record) is not None if regime else None,
        download=words("decline.download"),
        soon=words("decline.soon"),
    )


async def letter_file(desk: Desk, person: Person, case_id: UUID) -> DocumentFile:
    """The newest letter about a decline, for the merchant and for staff.

    Raises NotFound, also where none is written; LogDamaged for one that was changed.
    """
    async with desk.db.read() as connection:
        record = reader(person, replay(await desk.events(connection, case_id))).record
        if not record.decline_letters:
            raise NotFound("There is no letter about a decision.")
        kept = record.decline_letters[-1]
        content = await desk.log.documents.read(connection, case_id, kept.document_id)
    if content is None or hashlib.sha256(content).hexdigest() != kept.sha256:
        raise LogDamaged("A letter is not what was sent.", case_id=case_id)
    name = f"{wordbook(record.language)('decline.file')}-{reference_of(record)}.pdf"
    return DocumentFile(name=name, media_type="application/pdf", content=content)


async def foresee(desk: Desk, person: Person, case_id: UUID, reasons: Sequence[str]) -> Foreseen:
    """What a decline for these reasons would tell; changes nothing. Raises NotFound, Forbidden, Invalid."""
    async with desk.db.read() as connection:
        who = reader(person, replay(await desk.events(connection, case_id)))
    if not who.judges:
        raise Forbidden("This is for those who decide.")
    require_known_reasons(desk.policy, reasons)
    now = desk.clock()
    disclosed = disclosure_of(reasons, desk.policy, now.date())
    letter = decline_letter(who.record, desk.policy, disclosed, now)
    return Foreseen(
        language=NAMES[who.record.language],
        tells=len(disclosed.reasons),
        message=on_decline(disclosed.reasons, desk.policy, who.record.language),
        letter=letter.text if letter else None,
    )
