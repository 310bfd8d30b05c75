"""Ready-made answers: files to choose from, filled from the record, edited and sent by a person."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import Annotated, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from cases.access import Person
from cases.errors import Invalid, NotFound
from cases.languages import LANGUAGES, Language
from cases.requirements import outstanding
from desk.draft import Draft
from desk.labels import fields_in_words
from desk.promises import answer_by, moment, zone_of
from desk.review import require_reviewer
from desk.wordbook import wordbook

BLANKS = frozenset({"merchant_name", "reviewer", "missing", "answer_by"})

Words = Annotated[str, Field(min_length=1)]


class ReadyAnswer(BaseModel):
    """One file; ``key``: its name. The text stands in every language, with blanks to be filled."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    version: Words
    title: Words
    text: dict[Language, Words]

    @model_validator(mode="after")
    def _can_be_filled(self) -> Self:
        if missing := set(LANGUAGES) - set(self.text):
            raise ValueError(f"there is no text in {', '.join(sorted(missing))}")
        used = {name for text in self.text.values() for _, name, _, _ in Formatter().parse(text) if name}
        if unknown := used - BLANKS:
            raise ValueError(f"there is no blank {{{min(unknown)}}}; there are {', '.join(sorted(BLANKS))}")
        return self


class FilledAnswer(BaseModel):
    """A ready-made answer for one case, in the merchant's language."""

    key: str
    version: str
    title: str
    language: Language
    text: str


def load_answers(folder: Path) -> tuple[ReadyAnswer, ...]:
    """The answers of a folder, by title; none where there is no folder. Raises Invalid, naming the file."""
    return tuple(sorted((_read(file) for file in folder.glob("*.yaml")), key=lambda each: each.title))


def fill(draft: Draft, person: Person, answer: ReadyAnswer) -> FilledAnswer:
    """The answer as the merchant would read it; reviewers only."""
    require_reviewer(draft, person)
    record, words, zone = draft.record, wordbook(draft.record.language), zone_of(draft.record)
    by = moment(answer_by(draft.now, draft.policy, zone), draft.now, zone, record.language)
    text = answer.text[record.language].format_map(
        {
            "merchant_name": record.application.merchant_name or words("card.title"),
            "reviewer": person.name,
            "missing": fields_in_words(outstanding(record, draft.policy), record.language) or "–",
            "answer_by": by,
        }
    )
    return FilledAnswer(
        key=answer.key, version=answer.version, title=answer.title, language=record.language, text=text
    )


def named(answers: tuple[ReadyAnswer, ...], key: str) -> ReadyAnswer:
    """The answer with that key; raises NotFound."""
    found = next((answer for answer in answers if answer.key == key), None)
    if found is None:
        raise NotFound("There is no such ready-made answer.")
    return found


def _read(file: Path) -> ReadyAnswer:
    try:
        return ReadyAnswer.model_validate(
            {**yaml.safe_load(file.read_text(encoding="utf-8")), "key": file.stem}
        )
    except (yaml.YAMLError, TypeError, ValidationError) as error:
        wrong = error.errors()[0]["msg"] if isinstance(error, ValidationError) else "it is no YAML mapping"
        raise Invalid(f"{file}: {wrong.removeprefix('Value error, ')}") from None
