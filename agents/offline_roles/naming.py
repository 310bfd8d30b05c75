"""Which fields a merchant's words name, to ask about or to put off (en, es, fr, de)."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re

from cases.application import FieldName

F = FieldName
_WORDS: dict[FieldName, str] = {
    F.EMAIL: r"e-?mails?|mail address|correo\w*|courriels?|adresse (?:e-?)?mail|e-?mail-adresse",
    F.PHONE: r"phone\w*|telephone|mobile|teléfono|móvil|téléphone|portable|telefon\w*|handy\w*",
    F.WEBSITE: r"web ?sites?|web ?page|homepage|sitio|página web|web|site(?: web| internet)?|webseite|internetseite",
    F.BUSINESS_TYPE: r"line of business|what (?:i|we) (?:sell|do)|actividad|activité|branche|tätigkeit",
    F.ANNUAL_REVENUE: (
        r"revenues?|turnover|income|sales figures?|how much (?:i|we) (?:make|earn|take)|facturaci\w+|ingresos|ventas|"
        r"chiffre d['’]affaires|revenus?|\w*umsatz\w*|einnahmen"
    ),
    F.CURRENCY: r"currency|moneda|devise|monnaie|währung",
    F.YEARS_IN_BUSINESS: r"years in business|how long (?:i|we)['’]?(?:ve| have) been|antigüedad|ancienneté|gründung\w*",
    F.BUSINESS_LICENSE: (
        r"(?:business )?licen[cs]es?|permits?|registration|licencias?|permiso|registro|licence|immatriculation|"
        r"autorisation|kbis|lizenz\w*|gewerbe(?:schein|anmeldung)|gewerbeanmeldung\w*|genehmigung|handelsregister\w*"
    ),
    F.ADDRESS: r"(?<!mail )(?<!mail-)address|dirección|domicilio|(?<!mail )adresse(?! (?:e-?)?mail)|anschrift",
    F.TAX_ID: (
        r"tax(?: (?:id|number|code|no))?|ein|vat(?: number)?|tin|(?:número |identificación )?fiscal|nif|cif|rfc|"
        r"numéro (?:fiscal|de tva)|siren|siret|tva|steuernummer|steuer-?id\w*|ust-?id\w*|umsatzsteuer\w*"
    ),
    F.OWNERS: (
        r"owners?|ownership|shareholders?|who owns (?:it|us)|propietari[oa]s?|dueñ[oa]s?|soci[oa]s?|"
        r"propriétaires?|associés?|actionnaires?|(?:mit)?inhaber\w*|eigentümer\w*|gesellschafter\w*"
    ),
    F.IBAN: r"iban|bank (?:account|details)|cuenta bancaria|compte bancaire|rib|bankverbindung|bankkonto|konto(?:daten)?",
    F.ROUTING_NUMBER: r"routing(?: number)?|aba|sort code|bankleitzahl",
    F.ACCOUNT_NUMBER: r"account number|número de cuenta|numéro de compte|kontonummer",
    F.MERCHANT_NAME: (
        r"(?:business|company|shop|trading) name|name of (?:my|our|the) (?:business|company|shop)|"
        r"nombre (?:del|de la|de mi) (?:negocio|empresa|tienda)|nom de (?:l['’]entreprise|mon entreprise|la société)|"
        r"firmenname|name (?:der|meiner|unserer) firma|geschäftsname"
    ),
}
_NAMES = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _WORDS.items()}


def fields_named(text: str) -> tuple[FieldName, ...]:
    """The fields that the text names."""
    return tuple(name for name, words in _NAMES.items() if words.search(text))
