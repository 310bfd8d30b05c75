"""The words of ownership in several languages."""

from __future__ import annotations

import re

_I = re.IGNORECASE

CUE = re.compile(
    r"\b(?:co-?)?own(?:s|ed|er|ers|ership)?\b|\bshare-?holders?\b|\bshareholding\b|\bbelongs? to\b|"
    r"\bequity\b|\bstakes?\b|"
    r"\bcap table\b|\bproprietors?\b|\bpropriet\w+|\bdueñ[oa]s?\b|\bpropietari[oa]s?\b|\bsoci[oa]s?\b|"
    r"\baccionistas?\b|"
    r"\bparticipaci\w+|\bassocié\w*|\bpropriétaires?\b|\bactionnaires?\b|\bdéti\w+|\bparts sociales\b|"
    r"\binhaber\w*|\bgesellschafter\w*|\beigentümer\w*|\banteil\w*|\bgehört\b|\bhält\b|\bhalten\b|"
    r"\bsóci[oa]s?\b|\bdon[oa]s?\b|\bproprietári[oa]s?\b|\bquotas?\b|\btitolar[ei]\b|\bproprietari[oa]?\b|"
    r"\bsoci\b|"
    r"\bdetiene\b|\bdetengono\b|\bdetém\b|\beigena\w+|\baandeelhouders?\b|\bvennoten\b|\bbezit\w*|"
    r"\binh\b|\bpartners\b|\bpartnership\b|\bsplit\b|\btitulares?\b|\bcap-table\b",
    _I,
)
"""Words near which names are owners."""

SELF = re.compile(
    r"\b(?:I|I'm|I've|me|myself|mine|yo|mí|mío|mía|moi|moi-même|je|ich|mir|eu|mim|io|ik|mij)\b(?!')"
)

INTRODUCTION = re.compile(
    r"\b(?:i'?m|i am|i, |my name is|my name's|name's|me llamo|mi nombre es|soy|je suis|je m'appelle|"
    r"mon nom est|ich bin|ich heiße|"
    r"mein name ist|eu sou|sou|me chamo|meu nome é|mi chiamo|sono|ik ben|mijn naam is|ik heet|"
    r"this is)\s+(?:the owner,? |la dueña,? |el dueño,? )?",
    _I,
)

PERCENT = re.compile(
    r"\s?(?:%|percent\b|percnt\b|prcent\b|per cent\b|pct\b|por ?ciento\b|prozent\b|pour ?cent\b|"
    r"por cento\b|per cento\b|"
    r"procent\b)",
    _I,
)

SOLE = re.compile(
    r"\bmine outright\b|\boutright mine\b|\b(?:only|sole) partner\b|\beinzelunternehm\w+|"
    r"\btitolare unic[oa]\b|"
    r"\btitular únic[oa]\b|\bauto-?entrepreneure?\b|\bmicro-?entrepreneure?\b|\bentreprise individuelle\b|"
    r"\bempres[áa]ri[oa] individual\b|\bditta individuale\b|\beenmanszaak\b|\bal cien por cien(?:to)?\b|"
    r"\bhelemaal van mi|\bsole prop\b|\bzu 100 ?(?:%|prozent) mir\b|\bsole (?:owner|proprietor|trader|"
    r"shareholder|member|founder and owner)\b|\bonly me\b|\bjust me\b|"
    r"\bme alone\b|"
    r"\b(?:all|entirely|wholly|100 ?% ?|solely|completely|fully) (?:owned by me|mine|me|my own|by me)\b|"
    r"\bi own (?:it all|all of it|the whole|everything|100|the lot|it outright|it entirely|it alone)|"
    r"\bown(?:s|ing)? (?:everything|it all|all of it|the lot)\b|\bown (?:it|the (?:business|company|place|"
    r"shop)) (?:all|outright|entirely|alone|by myself|on my own|100)|"
    r"\b(?:only|single|one and only) (?:owner|shareholder|proprietor)\b|\bwholly[ -]owned\b|\b(?:entirely|"
    r"solely|wholly|fully) (?:owned|to me|by)\b|"
    r"\bbelongs? (?:entirely|solely|wholly|only) to\b|\bno (?:other|partners|"
    r"co-owners)\b[^.]{0,20}\bjust\b|\ball me\b|\bone[- ]owner\b|\b100 ?(?:%|percent) (?:owner|owned|mine|"
    r"of)\b|"
    r"\b[úu]nic[oa] (?:dueñ[oa]|propietari[oa]|soci[oa]|titular|don[oa]|sóci[oa]|proprietári[oa]|titolare|"
    r"accionista)\b|\bsol[oa] yo\b|\bsólo yo\b|\btodo (?:es )?mío\b|\bunic[oa] (?:soci[oa]|titolare|"
    r"proprietari[oa])\b|"
    r"\bseule? (?:et unique )?(?:propriétaire|associée?|actionnaire|dirigeante?)\b|"
    r"\bunique (?:propriétaire|associée?|actionnaire)\b|\b(?:associée?|propriétaire|gérante?|"
    r"actionnaire) unique\b|"
    r"\bà moi seule?\b|\bm'appartient (?:entièrement|à 100)|\b(?:que|juste) moi\b|"
    r"\balleinig\w* (?:inhaber|eigentümer|gesellschafter)\w*|\balleininhaber\w*|\balleingesellschafter\w*|"
    r"\bmir (?:allein )?gehört\b[^.]{0,30}\b(?:allein|alles|ganz|komplett|100)|\ball of it\b|"
    r"\bbelongs to me\b|\bmi appartiene\b|\bme pertenece\b|\bme pertence\b|\bà moi à 100|"
    r"\bgehört (?:alles )?(?:mir allein|allein mir|ganz mir|mir zu 100)|\bnur (?:ich|mir)\b|"
    r"\bich,? alleine?\b|"
    r"\bit'?s (?:all )?mine(?=,? (?-i:[A-Z]))|"
    r"\bi own it(?=\s?[-–—,(] ?(?-i:[A-Z])|[ .!]*$)|"
    r"\bsó eu\b|\bsomente eu\b|\bapenas eu\b|\btudo meu\b|\bsolo io\b|\bsoltanto io\b|"
    r"\btutto mio\b|"
    r"\benige eigena(?:ar|resse)\b|\balleen ik\b|\bhelemaal van mij\b|\b(?:100 ?% ?|all) (?:mine|"
    r"belongs to me)\b|\bit'?s (?:all )?(?:my|mine)\b(?= (?:alone|only|\())|\bthe only owner\b",
    _I,
)

EQUAL = re.compile(
    r"\bfifty[ \-–/]+fifty\b|\b50 ?% ?each\b|(?<!\d)50 ?%? ?[/\-–] ?50(?!\d)|\b50 50\b|\bequal(?:ly)?\b|"
    r"\bevenly\b|\bhalf and half\b|\bhalf each\b|\ba half each\b|\beach (?:of us )?(?:hold|holds|own|owns|"
    r"have|has|having|holding|owning) (?:a )?(?:half|50|third|quarter)|\b(?:hold|own|have) (?:a )?(?:half|"
    r"50 ?%|third|quarter) each\b|\b(?:a|one) third each\b|"
    r"\bthirds\b|\ba quarter each\b|\beven split\b|\bown half\b(?=[^.]*\bother half\b)|"
    r"\ba partes iguales\b|\bmitad y mitad\b|\bal 50 ?% cada un[oa]\b|\bcada un[oa] (?:la mitad|con el 50|"
    r"el 50)|\bal cincuenta por ciento cada\b|"
    r"\bà parts égales\b|\bmoitié[- ]moitié\b|\bchacune? (?:la moitié|50)|\b50 ?% chacune?\b|"
    r"\bzu gleichen teilen\b|\bje zur hälfte\b|\bje (?:50|die hälfte)|\bhälftig\b|\bhalbe[- ]halbe\b|"
    r"\bmeio a meio\b|\bpartes iguais\b|\bmetade cada\b|\b50 ?% cada\b|\bin parti uguali\b|"
    r"\bmetà (?:ciascuno|a testa|e metà)\b|\bciascun[oa] al 50|\b50 ?% ciascun[oa]\b|\bgelijke delen\b|"
    r"\b(?:socios|soci|sócios|associés|partners) (?:al|à|a|at) 50|\bieder (?:de helft|50)|"
    r"\bvoor de helft\b",
    _I,
)

REST = re.compile(
    r"\bthe (?:rest|remainder|balance|remaining(?: shares?)?(?! \d))\b(?! of (?:the )?(?:team|week|year|"
    r"day|it all))|\bel resto\b|\ble reste\b|\bden rest\b|\bder rest\b|\bo resto\b|\bil resto\b|"
    r"\bde rest\b|\bo restante\b|\bel restante\b",
    _I,
)

FRACTIONS: dict[str, float] = {
    r"(?<!and a )(?<!and )(?<!one )\b(?:the )?(?:other )?half\b(?! (?:a|an|of a|the|years?|yrs?|hours?|"
    r"past|millions?|term|price|dozen|of our)\b)(?!-)": 50,
    r"\b(?:la |l'altra |die |de |la otra |a )?(?:mitad|moitié|hälfte|metade|metà|helft)\b": 50,
    r"\btwo[- ]thirds\b": 66.67,
    r"\b(?:a|one) third\b|\bun tercio\b|\bun tiers\b|\bein drittel\b|\bum terço\b|\bun terzo\b|"
    r"\been derde\b": 33.33,
    r"\bthree[- ]quarters\b": 75,
    r"\b(?:a|one) quarter\b(?! (?:of a|million))|\bun cuarto\b|\bun quart\b|\bein viertel\b|\bum quarto\b|"
    r"\bun quarto\b|\been kwart\b": 25,
    r"\b(?:a|one) fifth\b": 20,
}

NONE = re.compile(
    r"\b(?:nobody|no one|no-one|none of us) (?:really |actually )?owns?\b|\b(?:no|not any|hasn't any|"
    r"doesn't have(?: any)?|without|has no|have no) (?:owners?|shareholders?)\b|"
    r"\bno (?:individual |private |beneficial )?(?:owners?|shareholders?)\b|\bisn't owned by any\w*|"
    r"\bnot owned by any\w*|\bno tiene (?:dueñ|propietari|soci)\w+|"
    r"\bnadie es (?:dueñ|propietari)\w+|\b(?:n'a pas|pas|aucun) (?:de |d')?(?:propriétaire|"
    r"actionnaire)\w*|\bn'appartient à personne\b|\bpersonne n(?:e|'en) (?:possède|est propriétaire)|"
    r"\bkeine (?:eigentümer|inhaber|gesellschafter)\w*|\bgehört niemandem\b|\bnão tem (?:donos?|sócios?|"
    r"proprietári\w+)|\bninguém é dono\b|\bnon ha (?:proprietari|soci)\b|\bgeen eigena\w+|\bvan niemand\b",
    _I,
)
