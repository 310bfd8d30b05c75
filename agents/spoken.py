"""Which phrases each prompt file has to hold, and which blanks a phrase may have."""

from __future__ import annotations

from collections.abc import Mapping

from cases.application import DERIVED, FieldName

ASKABLE = tuple(name for name in FieldName if name not in DERIVED)
"""The fields that a merchant can be asked for."""

ANSWERS = (
    "complaint",
    "how_long",
    "why",
    "are_you_a_person",
    "safety",
    "cost",
    "beyond",
    "withdraw",
    "other",
)
"""What merchants ask about beside their application."""

CHECKED = frozenset(
    {
        FieldName.EMAIL,
        FieldName.PHONE,
        FieldName.WEBSITE,
        FieldName.TAX_ID,
        FieldName.OWNERS,
        FieldName.IBAN,
        FieldName.ROUTING_NUMBER,
        FieldName.ACCOUNT_NUMBER,
    }
)
"""Fields of which it is told what is wrong with what was sent."""

_PREPROCESSOR = (
    *(f"ask.{field.value}" for field in ASKABLE),
    *(f"again.{field.value}" for field in ASKABLE),
    *(f"answer.{topic}" for topic in ANSWERS),
    *(f"wrong.{field.value}" for field in FieldName if field in CHECKED),
    "wrong.other",
    "and_question",
    "more",
    "hello",
    "noted",
    "corrected",
    "absent",
    "absent_needed",
    "postponed",
    "refused",
    "card_removed",
    "ssn_not_needed",
    "unclear",
    "courtesy",
    "other_script",
    "ask",
    "ask_first",
    "ask_again",
    "ask_more",
    "summary",
    "summary_again",
    "summary_answer",
    "answer_first",
    "confirm",
    "what_to_change",
    "not_yet",
    "later",
    "with_team",
    "with_team_changed",
    "still_needed",
)

NEEDED: Mapping[str, tuple[str, ...]] = {
    "preprocessor": _PREPROCESSOR,
    "validator": ("note", "note_refused"),
    "risk_analyst": ("note", "note_refused"),
    "provisioner": ("note", "note_refused"),
    "reviewer": ("approved", "declined", "undecided"),
}
"""By agent: the phrases without which its file is refused."""

BLANKS: Mapping[str, frozenset[str]] = {
    "noted": frozenset({"items"}),
    "corrected": frozenset({"items"}),
    "absent": frozenset({"items"}),
    "absent_needed": frozenset({"items"}),
    "postponed": frozenset({"items"}),
    "and_question": frozenset({"question"}),
    "answer": frozenset({"hours"}),
    "refused": frozenset({"items", "reason"}),
    "not_yet": frozenset({"items"}),
    "with_team_changed": frozenset({"items"}),
    "ask": frozenset({"questions"}),
    "ask_first": frozenset({"questions"}),
    "ask_again": frozenset({"questions"}),
    "ask_more": frozenset({"questions"}),
    "still_needed": frozenset({"questions"}),
    "note": frozenset({"findings"}),
    "note_refused": frozenset({"findings"}),
    "approved": frozenset({"name", "version", "conditions"}),
    "declined": frozenset({"name", "version", "reasons"}),
}
"""By the first part of a phrase's name: what it may have filled in; nothing where it is not here."""
