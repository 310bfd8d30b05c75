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
    F.LEGAL_FORM: r"legal form|legal structure|forma jurídica|forme juridique|statut juridique|rechtsform",
    F.EXPECTED_MONTHLY_VOLUME: (
        r"(?:card |payment |monthly |expected )+(?:volume|sales)|volumen (?:mensual|de tarjetas?|de pagos)|"
        r"volume (?:mensuel|de paiements?|par carte)|(?:monats|karten|zahlungs)(?:volumen|umsatz\w*)"
    ),
    F.AVERAGE_TICKET: (
        r"(?:average|usual|typical) (?:sale|ticket|payment|purchase|order)s?|(?:venta|compra|importe|tique) medi[oa]|"
        r"panier moyen|(?:vente|montant) moyen\w*|durchschnitt\w* (?:verkauf|zahlung|bestellung|betrag)\w*|durchschnittsbon"
    ),
    F.HIGHEST_TICKET: (
        r"(?:highest|largest|biggest|maximum) (?:sale|ticket|payment|purchase|order)s?|(?:venta|compra|pago) (?:máxim[oa]|más alt[oa])|"
        r"(?:vente|paiement|montant) (?:maximal|maximum|le plus élevé)\w*|höchst\w* (?:verkauf|zahlung|bestellung|betrag)\w*"
    ),
    F.ONLINE_SHARE: (
        r"online share|share (?:online|of (?:my|our|the) sales)|how much (?:is|of it is) online|(?:porcentaje|parte) (?:en línea|online|por internet)|"
        r"part (?:en ligne|des ventes en ligne)|online-?anteil|anteil (?:online|im internet)"
    ),
    F.DELIVERY_DAYS: (
        r"deliver(?:y|ies)(?: (?:times?|days|delays?))?|days until delivery|(?:plazo|días|tiempo) de entrega|entregas?|"
        r"(?:délai|délais|jours) de livraison|livraisons?|liefer(?:zeit|frist|ung)\w*"
    ),
    F.REFUND_POLICY: (
        r"refunds?(?: polic(?:y|ies))?|returns? polic(?:y|ies)|(?:política de )?(?:reembolsos?|devoluci\w+)|"
        r"(?:conditions? de )?remboursements?|rückerstattung\w*|erstattung\w*|rückgabe\w*"
    ),
    F.SUBSCRIPTIONS: r"subscriptions?|recurring (?:charges|payments)|suscripci\w+|abonnements?|abos?|wiederkehrende\w* zahlung\w*",
    F.FORMER_PROCESSOR: (
        r"(?:former|previous|last|old) (?:payment )?(?:processor|provider|acquirer)|(?:procesador|proveedor) anterior|"
        r"(?:ancien|précédent) prestataire|(?:früher|bisherig|vorherig)\w* (?:zahlungs)?(?:anbieter|dienstleister)\w*"
    ),
    F.TERMINATIONS: (
        r"terminat(?:ed|ions?)|(?:ended|cancell?ed) contracts?|contracts? (?:that were |were )?ended|contratos? (?:terminad|rescindid|cancelad)\w+|"
        r"contrats? (?:résilié|rompu)\w*|résiliations?|gekündigt\w* vertr[aä]g\w*|kündigung\w*"
    ),
}
_NAMES = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _WORDS.items()}


def fields_named(text: str) -> tuple[FieldName, ...]:
    """The fields that the text names."""
    return tuple(name for name, words in _NAMES.items() if words.search(text))
