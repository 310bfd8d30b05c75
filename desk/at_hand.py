"""What to have at hand before an application: by the country and the line of business (MCC)."""

from __future__ import annotations

from cases.obligations import has_iban
from desk.wordbook import Wordbook

REGISTERS = {
    "US": "business license, state registration",
    "GB": "Companies House number",
    "DE": "Gewerbeanmeldung, Handelsregister",
    "FR": "SIREN, extrait Kbis",
    "ES": "alta censal, Registro Mercantil",
    "IE": "CRO number",
    "NL": "KVK-nummer",
    "AT": "Gewerbeschein (GISA), Firmenbuch",
    "IN": "CIN, Udyam, Shops and Establishments",
    "CA": "provincial registration, business licence",
    "AU": "ACN, business name registration",
    "NG": "CAC registration (RC or BN)",
    "BR": "contrato social, alvará",
    "SG": "ACRA BizFile",
    "JP": "登記事項証明書, 開業届",
}
"""What proves in a country that a business exists, in its own words; also the countries to pick from."""

TAX_NUMBERS = {
    "US": "EIN, 12-3456789",
    "GB": "VAT GB123456789, Companies House 01234567",
    "DE": "USt-IdNr. DE123456789",
    "FR": "SIREN 123 456 789",
    "ES": "NIF B12345678",
    "IE": "VAT IE1234567T",
    "NL": "btw NL123456789B01",
    "AT": "UID ATU12345678",
    "IN": "GSTIN 29ABCDE1234F1Z5",
    "CA": "BN 123456789",
    "AU": "ABN 12 345 678 901",
    "NG": "TIN 12345678-0001",
    "BR": "CNPJ 12.345.678/0001-90",
    "SG": "UEN 201912345K",
    "JP": "法人番号 1234567890123",
}

_KINDS = {
    "food": "5411 5422 5441 5451 5462 5499 5811 5812 5813 5814",
    "alcohol": "5813 5921",
    "health": "4119 5047 5122 5912 5975 5976 8011 8021 8031 8041 8042 8043 8049 8050 8062 8071 8099",
    "travel": "4722 4723 7012",
    "transport": "4111 4121 4131 4214 4215 4789 7512 7513 7519",
    "finance": "6012 6211 6300 6513 7276",
    "charity": "8398 8641 8651 8661",
    "building": "1520 1711 1731 1740 1750 1761 1771 1799",
    "children": "8211 8351",
    "security": "7393",
}
"""Lines of business that need a paper of their own nearly everywhere."""

KINDS = {kind: frozenset(codes.split()) for kind, codes in _KINDS.items()}


def needed_now(words: Wordbook, country: str | None) -> list[str]:
    """What the application asks for."""
    papers = REGISTERS.get(country or "")
    register = words("hand.register_in", papers=papers) if papers else words("hand.register")
    return [words("hand.business"), register]


def needed_later(words: Wordbook, country: str | None) -> list[str]:
    """What is asked for before the first payout."""
    example = TAX_NUMBERS.get(country or "")
    tax = words("hand.tax_in", example=example) if example else words("hand.tax")
    owners = words("hand.owners_us" if country == "US" else "hand.owners")
    return [owners, tax, words(f"hand.{_account(country)}")]


def papers_of(words: Wordbook, country: str | None, mcc: str | None) -> str | None:
    """What proves that a business exists and may do what it does; None where nothing special is known."""
    own = [words(f"hand.paper_{kind}") for kind, codes in KINDS.items() if mcc in codes]
    known = [*own, *filter(None, [REGISTERS.get(country or "")])]
    return "; ".join(known) or None


def _account(country: str | None) -> str:
    if country is None:
        return "account"
    if country == "US":
        return "account_routing"
    return "account_iban" if has_iban(country) else "account_local"
