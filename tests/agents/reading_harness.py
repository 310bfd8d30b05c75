"""Runs labelled conversations through tokenise, read and ground, as the intake path does."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from agents.extraction_score import Outcome
from agents.reading import Heard, Reading, Said, read
from cases.application import Address, Application, FactValue, FieldName, Owner
from cases.errors import Invalid
from cases.fields import Context, country_of_application, ground, mcc_candidates, merge_address
from cases.sensitive import drop_cards, resolve, tokenise


def conversations(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a file, one a line."""
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line)


class Intake:
    """One case: what was said, the secrets behind its tokens, and the application as it fills."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.secrets: dict[str, str] = {}
        self.said: list[Said] = []
        self.application = Application()
        self.refused: list[tuple[Heard, Invalid]] = []

    def hear(self, text: str, asked: tuple[FieldName, ...] = ()) -> Reading:
        """Take a message in at the door, read the conversation again, record what grounds."""
        clean, _ = drop_cards(text)
        country = country_of_application(self.application)
        tokenised = tokenise(clean, known=self.secrets, asked=asked, country=country)
        self.secrets.update(tokenised.secrets)
        self.said.append(Said(len(self.said) + 1, tokenised.text, asked))
        reading = read(self.said, today=self.today, application=self.application)
        for heard in reading.facts:
            self._record(heard)
        return reading

    def _record(self, heard: Heard) -> None:
        said = self.said[heard.message_seq - 1]
        assert heard.quote in said.text, f"not verbatim: {heard}"
        value: FactValue = heard.value
        if isinstance(value, str):
            value = resolve(value, self.secrets)
        context = Context(self.application, said.asked, self.today)
        try:
            value = ground(heard.field, value, resolve(heard.quote, self.secrets), context)
        except Invalid as error:
            self.refused.append((heard, error))
            return
        if isinstance(value, Address):
            value = merge_address(self.application.address, value) if not value.line1 else value
        self.application = self.application.having(heard.field, value)


def run(case: dict[str, Any]) -> tuple[Outcome, Intake]:
    """One labelled conversation, message by message."""
    started = time.perf_counter()
    intake = Intake(date.fromisoformat(case["today"]))
    for turn in case["turns"]:
        if isinstance(turn, str):
            intake.hear(turn)
        else:
            intake.hear(turn["text"], (FieldName(turn["asked"]),))
    seconds = time.perf_counter() - started
    return Outcome(case["id"], case["expect"], extracted(intake.application), seconds), intake


def extracted(application: Application) -> dict[str, object]:
    """The application in the shapes of ``expect``."""
    values: dict[str, object] = {"ssn": None}
    for name in FieldName:
        value = application.get(name)
        if isinstance(value, Address):
            values[name.value] = value.model_dump()
        elif isinstance(value, tuple):
            values[name.value] = [_owner(owner) for owner in value]
        else:
            values[name.value] = value
    codes = mcc_candidates(application.business_type or "")
    values["mcc"] = codes[0] if codes else None
    return values


def _owner(owner: Owner) -> dict[str, object]:
    return owner.model_dump()
