"""How sensitive values are shown to people: enough to recognise one's own, no more."""

from __future__ import annotations

from collections.abc import Mapping

from cases.application import FieldName
from cases.sensitive.kinds import TOKEN, Kind

FIELD_KINDS: dict[FieldName, Kind] = {
    FieldName.EMAIL: Kind.EMAIL,
    FieldName.PHONE: Kind.PHONE,
    FieldName.TAX_ID: Kind.TAX_ID,
    FieldName.IBAN: Kind.IBAN,
    FieldName.ROUTING_NUMBER: Kind.NUMBER,
    FieldName.ACCOUNT_NUMBER: Kind.ACCOUNT,
}


def mask(name: FieldName | Kind, value: str) -> str:
    """A sensitive value for display, as "•••• 7725"; fields that are not sensitive come back whole."""
    kind = FIELD_KINDS.get(name) if isinstance(name, FieldName) else name
    if kind is None:
        return value
    if kind is Kind.EMAIL:
        return _mask_email(value)
    if kind in (Kind.SSN, Kind.BIRTH_DATE):
        return "••••"
    shown = "".join(char for char in value if char.isalnum())
    return f"•••• {shown[-4:]}" if len(shown) >= 8 else "••••"


def _mask_email(value: str) -> str:
    local, at, domain = value.partition("@")
    return f"{local[:1]}•••{at}{domain}" if at else "••••"


def display(text: str, secrets: Mapping[str, str], clear: frozenset[Kind] = frozenset()) -> str:
    """The text as people see it: tokens masked, those of the kinds in ``clear`` shown whole."""

    def shown(name: str, kind: str) -> str:
        value = secrets.get(name)
        if value is None or kind not in Kind.__members__:
            return "••••"
        return value if Kind(kind) in clear else mask(Kind(kind), value)

    return TOKEN.sub(lambda match: shown(match[0], match[1]), text)
