"""What stands in front of a value on certificates, licences, statements and tax papers, and whose it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName

F = FieldName

_OWN_NAME = (
    r"(?:(?:full |registered |legal |official |current |corporate )*(?:company|business|entity|firm|"
    r"organi[sz]ation|corporation|corporate|legal|trading|trade|registered|merchant) name|"
    r"name of (?:the )?(?:company|business|firm|entity|corporation|licensee|organi[sz]ation|taxpayer)|"
    r"licen[cs]ee|licen[cs]e holder|permit holder|permittee|account (?:holder|name|owner)|"
    r"taxpayer(?: name)?|"
    r"registrant|tenant|insured|doing business as|d/?b/?a|trading as|"
    r"firma|firmenname|firmenbezeichnung|name der firma|unternehmen|kontoinhaber(?:in)?|steuerpflichtiger?|"
    r"gewerbetreibender?|mieter(?:in)?|"
    r"razón social|denominación(?: social)?|nombre (?:comercial|o razón social|de la empresa)|empresa|"
    r"titular(?: de la (?:cuenta|licencia))?|contribuyente|arrendatari[oa]|"
    r"dénomination(?: sociale)?|raison sociale|nom commercial|enseigne|entreprise|société|"
    r"titulaire(?: du compte)?|redevable|locataire|preneur|"
    r"denominazione|ragione sociale|razão social|nome empresarial|handelsnaam|statutaire naam)"
)
_OWN_ADDRESS = (
    r"(?:(?:registered|principal|head|main) (?:office|address|place of business)(?: address)?|"
    r"(?:business|trading|premises|company|mailing|service) (?:address|location)|place of business|"
    r"geschäftsanschrift|geschäftssitz|betriebsstätte|firmensitz|sitz(?: der gesellschaft)?|"
    r"domicilio (?:social|fiscal)|adresse du siège(?: social)?|siège(?: social)?|"
    r"sede legale|vestigingsadres|endereço comercial)"
)
_ADDRESS = r"(?:address|anschrift|adresse|dirección|domicilio|indirizzo|endereço|adres|location|premises)"
_TRADE = (
    r"(?:nature of (?:the )?business|(?:type|line|kind) of business|(?:business|principal|"
    r"main) activit(?:y|ies)|"
    r"(?:angemeldete )?tätigkeit|gegenstand(?: des unternehmens)?|branche|gewerbe|"
    r"actividad(?: (?:económica|principal))?|objeto social|activité(?:s)?(?: principales?| exercées?)?)"
)
_LICENCE = (
    r"(?:(?:business |trade |food |operating )*(?:licen[cs]e|permit|registration|certificate|"
    r"company|filing|entity|"
    r"charter|file) (?:no\.?|nos?\.?|number|num\.?|nr\.?|#|id)|"
    r"(?:handels)?register(?:nummer|-nr\.?)|erlaubnisnummer|lizenznummer|aktenzeichen|"
    r"n(?:º|°|úmero|umero|ro\.?) de (?:licencia|registro|autorización|inscripción|expediente)|"
    r"n(?:°|º|uméro) (?:de |d')?(?:licence|autorisation|enregistrement|immatriculation|gestion)|"
    r"kvk-?nummer)"
)
_TAX = (
    r"(?:f?ein|employer identification (?:no\.?|number)|"
    r"tax(?:payer)? (?:id(?:entification)?(?: no\.?| number)?|"
    r"number|no\.?|reference)|tin|vat(?: registration| reg\.?)?(?: number| no\.?| id)?|"
    r"ust-?id(?:-?nr\.?)?|umsatzsteuer-?id[\w.-]*|steuernummer|steuer-?nr\.?|"
    r"n\.?i\.?f\.?|c\.?i\.?f\.?|siren|siret|(?:n° |numéro (?:de )?)?tva(?: intracommunautaire)?|"
    r"partita iva|p\.? ?iva|cnpj|btw(?:-?nummer)?|abn|gst(?:in)?(?: no\.?| number)?|pan)"
)
_START = (
    r"(?:date of (?:incorporation|registration|formation|establishment|commencement)|incorporated(?: on)?|"
    r"established|founded|business start(?:ed)?(?: date)?|start(?:ing)? date|commencement of business|"
    r"gründung(?:sdatum|sjahr)?|beginn der tätigkeit|fecha de (?:alta|constitución|"
    r"inicio(?: de actividad)?)|"
    r"date d['’]immatriculation|début d['’]activité|date de création)"
)
_TAKINGS = (
    r"(?:(?:annual|yearly|total annual|gross annual|net annual) (?:revenue|turnover|sales|"
    r"gross receipts|income)|"
    r"gross receipts|turnover|jahresumsatz|umsatz(?:erlöse)?|facturación anual|cifra de negocios|"
    r"volumen de negocios|chiffre d['’]affaires(?: annuel)?)"
)
_OWNERS = (
    r"(?:shareholders?|members?|owners?|beneficial owners?|gesellschafter|inhaber(?:in)?|socios?|"
    r"accionistas?|"
    r"associés?|actionnaires?)"
)

_ROUTING = r"(?:aba|routing|transit)(?: routing)?(?: transit)?(?: number| no\.?)"
_ACCOUNT = (
    r"(?:account (?:number|no\.?)|kontonummer|konto-?nr\.?|n(?:úmero|º) de cuenta|n(?:uméro|°) de compte)"
)

_LABELS: tuple[tuple[str, tuple[FieldName, ...], bool, bool], ...] = (
    # What it looks like, the fields that stand there, whether it speaks of the business, and whether
    # it is a label only before a colon or the end of its line.
    (_OWN_NAME, (F.MERCHANT_NAME,), True, True),
    (_OWN_ADDRESS, (F.ADDRESS,), True, False),
    (_TRADE, (F.BUSINESS_TYPE,), True, True),
    (_LICENCE, (F.BUSINESS_LICENSE,), False, False),
    (_START, (F.YEARS_IN_BUSINESS,), False, False),
    (_TAKINGS, (F.ANNUAL_REVENUE, F.CURRENCY), False, False),
    (_OWNERS, (F.OWNERS,), False, True),
    (_TAX, (F.TAX_ID,), False, False),
    (r"iban", (F.IBAN,), False, False),
    (_ROUTING, (F.ROUTING_NUMBER,), False, False),
    (_ACCOUNT, (F.ACCOUNT_NUMBER,), False, False),
    (r"(?:tele)?phone(?: number| no\.?)?|tel\.?|telefon|teléfono|téléphone|mobile", (F.PHONE,), False, False),
    (r"e-?mail(?: address)?|correo(?: electrónico)?|courriel|mail", (F.EMAIL,), False, False),
    (r"web ?site|web|url|internet|página web|site (?:internet|web)", (F.WEBSITE,), False, True),
    (_ADDRESS, (F.ADDRESS,), False, True),
)

_NUMBERED = r"^\W*(?:\d{1,2}[.)]\s*)?"
_REMARK = r"(?!\w)\s*(?:\([^)]{0,40}\)\s*)?"

_COMPILED = tuple(
    (
        re.compile(
            rf"{_NUMBERED}(?:{looks}){_REMARK}{r'(?:[:：]|$)' if alone else r'[:：.#–-]*'}\s*", re.IGNORECASE
        ),
        fields,
        own,
    )
    for looks, fields, own, alone in _LABELS
)

_OTHERS = re.compile(
    r"^\W*(?:issue[dr] (?:by|to)|issuer|issuing|registrar|registered agent|resident agent|authority|"
    r"authori[sz]ed (?:by|signatory|officer)|"
    r"(?:the )?(?:bank|branch|landlord|lessor|supplier|vendor|seller|customer|client|buyer|payee|"
    r"payer|notary|"
    r"accountant|auditor|attorney|solicitor|agent|employer|insurer|broker|lender|guarantor|creditor|parent "
    r"company|subsidiary|former (?:name|owner|address)|previous (?:name|owner|address))\b|"
    r"bill(?:ed)? (?:to|from)|ship(?:ped)? to|sold to|remit to|pay to|prepared (?:by|for)|"
    r"ausgestellt (?:von|durch)|aussteller|(?:gewerbe|finanz|ordnungs|bürger|bezirks)amt|amtsgericht|"
    r"behörde|bank(?:institut|verbindung)?\b|filiale|vermieter(?:in)?|lieferant|kunde|notar(?:in)?|"
    r"steuerberater(?:in)?|"
    r"frühere[rs]? (?:name|firma|anschrift)|"
    r"expedid[oa] por|emisor|emitido por|registrador|autoridad|administración de|banco|sucursal|entidad|"
    r"arrendador[a]?|proveedor[a]?|cliente|notari[oa]|gestoría|asesor[ía]*|"
    r"délivré par|émis par|émetteur|greffe|greffier|autorité|banque|agence|bailleur|fournisseur|"
    r"client|notaire|"
    r"expert-comptable)",
    re.IGNORECASE,
)
_HAS_LABEL = re.compile(r"^[^:：]{2,45}[:：]")


class Label(NamedTuple):
    """What a line is labelled with: the fields that may stand there, and where its value begins.

    ``own``: whether such a label speaks of the business that the paper is about.
    """

    fields: tuple[FieldName, ...]
    own: bool
    value_at: int


def label_of(line: str) -> Label | None:
    """The label that a line begins with; None where it begins with none that is known."""
    for looks, fields, own in _COMPILED:
        if match := looks.match(line):
            return Label(fields, own, match.end())
    return None


def names_another(line: str) -> bool:
    """Whether a line begins to speak of somebody else: who issued the paper, a bank, a customer."""
    return bool(_OTHERS.match(line))


def is_labelled(line: str) -> bool:
    """Whether a line begins with something and a colon, known or not."""
    return bool(_HAS_LABEL.match(line))
