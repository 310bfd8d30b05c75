"""What a field's parser may know besides the words it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cases.application import Application, FieldName


@dataclass(frozen=True)
class Context:
    """The application so far, the fields the words answer, and the day that "since 2019" counts from."""

    application: Application
    asked: tuple[FieldName, ...]
    today: date
