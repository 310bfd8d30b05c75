"""How a field is filled in: the keyboard that a telephone shows for it, and what can be chosen."""

from __future__ import annotations

from cases.application import CHARGED, FieldName
from cases.legal_forms import LegalForm
from cases.participants import PepDeclaration, PersonalField
from desk.wordbook import Wordbook

_INPUT_MODES = {
    FieldName.EMAIL.value: "email",
    FieldName.PHONE.value: "tel",
    FieldName.WEBSITE.value: "url",
    FieldName.ANNUAL_REVENUE.value: "decimal",
    **dict.fromkeys((name.value for name in CHARGED), "decimal"),
    FieldName.ONLINE_SHARE.value: "decimal",
    FieldName.DELIVERY_DAYS.value: "numeric",
    FieldName.ROUTING_NUMBER.value: "numeric",
    FieldName.ACCOUNT_NUMBER.value: "numeric",
    PersonalField.SOCIAL_SECURITY_NUMBER.value: "numeric",
}


def input_mode(key: str) -> str:
    """The keyboard, by the key of an item of the ledger."""
    return _INPUT_MODES.get(key.rpartition(".")[2], "text")


def choices(key: str, words: Wordbook) -> dict[str, str]:
    """What can be chosen, as it is sent and as it is read; nothing where something is written."""
    if key == FieldName.LEGAL_FORM:
        return {form.value: words(f"value.legal_form_{form.value}") for form in LegalForm}
    if key.endswith(PersonalField.PEP_DECLARATION):
        return {each.value: words(f"part.pep_{each.value}") for each in PepDeclaration}
    return {}
