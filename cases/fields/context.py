"""What a field's parser may know besides the words it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cases.application import Application, FieldName


@dataclass(frozen=True)
class Context:
    """The application so far, the fields the words answer, and the day that "since 2019" counts from.

    ``takes_charges``: whether the policy takes what is to be charged, so that no such amount is revenue.
    """

    application: Application
    asked: tuple[FieldName, ...]
    today: date
    takes_charges: bool = False
