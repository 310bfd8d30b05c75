"""What is told in words: refunds, subscriptions, who took payments before, and contracts that were ended."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.underwriting.clauses import clauses_of
from cases.fields.wording import states

F = FieldName
LONGEST = 300
_I = re.IGNORECASE

PROCESSORS = (
    r"stripe|pay ?pal|square|adyen|worldpay|sum ?up|i?zettle|mollie|klarna|braintree|checkout\.com|shopify payments|"
    r"amazon pay|authorize\.net|global payments|elavon|nexi|worldline|fiserv|first data|clover|toast|barclaycard|"
    r"cardnet|dojo|takepayments|paymentsense|mypos|viva(?: wallet|\.com)?|redsys|payplug|concardis|payone|"
    r"vr[- ]payment|stancer|heartland|tsys|paymentech|helcim|stax|payu|mercado ?pago|tyl|revolut(?: business)?|"
    r"2checkout|payoneer|gocardless|ingenico|getnet|monetico|bizum|opayo|sage ?pay|evo payments|six payments|"
    r"unzer|hobex|orderbird|telecash|lyra|payzen|systempay|cardinity|trust payments|moneris|paysafe|skrill"
)
"""Names of companies that take payments for merchants, as merchants write them."""

_NAMED = re.compile(rf"(?<![\w@.])(?:{PROCESSORS})(?![\w@]|\.\w)", _I)
_WERE_WITH = re.compile(
    r"\b(?:(?:were|was|been|are|am|is|currently|previously|now|come|coming|came|switch\w*|mov\w+|chang\w+)\b[^.;!?\n]{0,16}"
    r"\b(?:with|from|on|using|away from)|used(?: to (?:use|be with|have))?|use|using|"
    r"(?:processor|provider|acquirer|payments?)\b[^.;!?\n]{0,24}\b(?:is|was|by|with|through|via)|left|"
    r"(?:waren|war|sind|bin|kommen|komme|wechsel\w*)\b[^.;!?\n]{0,24}\b(?:bei|von|mit)|(?:bisher|vorher|zuvor|früher|"
    r"bislang|aktuell)\b[^.;!?\n]{0,24}(?:bei|mit|über)?|nutz\w+|benutz\w+|"
    r"(?:estábamos|estaba|estuvimos|estamos|estoy|venimos|vengo|trabaj\w+|cobr\w+)\b[^.;!?\n]{0,16}\b(?:con|de|en)|usábamos|"
    r"usamos|utiliz\w+|antes|(?:étions|étais|sommes|venons|viens|avons été|quitt\w+)\b[^.;!?\n]{0,16}(?:chez|avec|de)?|"
    r"utilis\w+|passions par|avant|auparavant|prestataire)\b[^.;!?\n]{0,20}$",
    _I,
)
"""Words in front of a processor's name that tell it took the merchant's payments."""

_CUES: dict[FieldName, re.Pattern[str]] = {
    F.REFUND_POLICY: re.compile(
        r"\b(?:refund\w*|money[- ]back|returns? (?:are|is|within|accepted|policy)|(?:accept|take|allow|offer) returns|"
        r"\d+[- ]days? (?:return|refund|money)\w*|exchanges? (?:only|within)|all sales (?:are )?final|"
        r"rückgabe\w*|rückerstatt\w*|erstatt\w*|umtausch\w*|widerruf\w*|geld[- ]zurück\w*|"
        r"devoluci\w+|devolv\w+|reembols\w+|rembours\w+|(?:retours?|échanges?) (?:sous|dans|possibles?|acceptés?|gratuits?)|"
        r"satisfait ou remboursé)(?!\w)",
        _I,
    ),
    F.SUBSCRIPTIONS: re.compile(
        r"\b(?:subscriptions?|memberships?|recurring (?:payments?|billing|charges)|(?:monthly|yearly|annual) plans?|"
        r"abos?|abonnements?|mitgliedschaft\w*|dauerauftr\w+|suscripci\w+|cuotas? (?:mensual|anual)\w*|membres[ií]as?|"
        r"pagos recurrentes|paiements récurrents|adhésions?)(?!\w)",
        _I,
    ),
    F.TERMINATIONS: re.compile(
        r"\b(?:terminat(?:ed|ion|ions)|(?:closed|froze|frozen|suspended|cancell?ed|shut(?: down)?|ended|blocked)\b"
        r"[^.;!?\n]{0,30}\b(?:account|contract|agreement|facility)|(?:account|contract|agreement)s?\b[^.;!?\n]{0,24}\b"
        r"(?:closed|frozen|suspended|cancell?ed|shut|ended|blocked)|(?:threw|kicked|dropped) us\b|match list|tmf\b|"
        r"gekündigt|kündigung\w*|(?:konto|vertrag)\b[^.;!?\n]{0,24}\b(?:gesperrt|geschlossen|beendet)|"
        r"(?:cerr|cancel|rescind|bloque)\w+\b[^.;!?\n]{0,24}\b(?:cuenta|contrato)|(?:cuenta|contrato)\b[^.;!?\n]{0,24}\b"
        r"(?:cerrad|cancelad|rescindid|bloquead)\w+|rescisi\w+|cancelaci\w+|"
        r"résili\w+|(?:fermé|clôturé|bloqué|suspendu)\b[^.;!?\n]{0,24}\b(?:compte|contrat)|(?:compte|contrat)\b"
        r"[^.;!?\n]{0,24}\b(?:fermé|clôturé|bloqué|suspendu))(?!\w)",
        _I,
    ),
}

_NONE = re.compile(
    r"\b(?:no|not|none|never|nobody|don['’]?t|doesn['’]?t|haven['’]?t|hasn['’]?t|without|nope|"
    r"kein\w*|nie(?:mals|mand)?|nicht|noch nie|ohne|nein|ning[uú]n\w*|nunca|sin|nadie|jamás|"
    r"aucun\w*|jamais|pas|sans|personne|non)\b",
    _I,
)
_NO_PROCESSOR = re.compile(
    r"\b(?:(?:never|not|no|haven['’]?t|hadn['’]?t|kein\w*|nie|noch nie|bisher nicht|ning[uú]n\w*|nunca|aucun\w*|jamais|"
    r"pas)\b[^.;!?\n]{0,30}\b(?:process(?:or|ed|ing)|provider|acquirer|(?:card|payment) (?:company|provider|terminal)|"
    r"(?:taken|accepted|took) (?:cards?|card payments)|anbieter|dienstleister|zahlungsdienst\w*|karten\w*|proveedor|"
    r"procesador|pasarela|tarjetas?|prestataire|processeur|carte)|"
    r"first (?:time|provider|processor)|erste[rs]? (?:mal|anbieter)|primera vez|première fois)\b",
    _I,
)
_SOLD = re.compile(
    r"\b(?:we|i|our|you|customers?|clients?|wir|ich|unser\w*|man|kunden|ofrecemos|tenemos|vendemos|nuestr\w+|"
    r"nous|on|notre|nos|je|members?|there (?:is|are)|hay|il y a|es gibt)\b",
    _I,
)
"""Who speaks of how the business deals with its customers, and not of the word alone."""
_IS_A_RULE = re.compile(r"\d|\b(?:on|us|nos|uns)\b", _I)
_WISHES = re.compile(
    r"\b(?:want|need|like|wish|cancel my|my (?:subscription|contract|account)|quiero|quisiera|möchte|will|"
    r"veux|voudrais|souhaite)\b",
    _I,
)
"""Who wants something for themselves tells nothing of the business."""


class Told(NamedTuple):
    """Words that tell one of the fields: where they stand, and the value; None where there is none."""

    start: int
    end: int
    name: FieldName
    value: str | None


def find_dealings(text: str, asked: tuple[FieldName, ...] = ()) -> list[Told]:
    """What a sentence tells of each field, once: by its own words, and never by a bare answer."""
    found = [told for name in _CUES if (told := _by_cue(text, name, name in asked))]
    processor = _processor(text, asked=F.FORMER_PROCESSOR in asked)
    return [*found, processor] if processor else found


def parse(name: FieldName, raw: object) -> str:
    """A line of words; raises Invalid where there are none, or too many."""
    line = " ".join(str(raw).split()).strip("\"“”«»„'").rstrip(".,;:!?… ") if isinstance(raw, str) else ""
    if not any(char.isalnum() for char in line) or len(line) > LONGEST:
        raise Invalid(f"{name.value} is a line of text.", code=f"invalid_{name.value}")
    return line


def ground(name: FieldName, value: str, words: str, context: Context) -> str:
    """The line, if it stands in words that are about it; or Ungrounded."""
    line = parse(name, value)
    told = [one for one in find_dealings(words, context.asked) if one.name is name and one.value is not None]
    if not states(words, line) or not (name in context.asked or told):
        raise Ungrounded("The words do not say this.")
    return line


def says_none(raw: object) -> bool:
    """Whether something filled in says that there is none: "no", "never", false."""
    return raw is False or (isinstance(raw, str) and bool(_BARE_NO.fullmatch(raw)))


_BARE_NO = re.compile(
    r"\W*(?:(?:no|none|never|nope|nothing|nobody|no one|not at all|not yet|n/?a|nein|keine?[nrs]?|nie(?:mals|mand)?|noch nie|"
    r"nichts|ning[uú]n[oa]?|nunca|nadie|jamás|nada|non|aucune?|jamais|personne|rien|pas du tout|sorry|"
    r"we (?:don['’]?t|do not|never (?:have|had|did))|(?:gibt|gab) es nicht|haben wir nicht|hatten wir nicht|no hay|no tenemos|"
    r"il n['’]y en a pas|on n['’]en a pas)\W*)+",
    _I,
)


def _by_cue(text: str, name: FieldName, asked: bool) -> Told | None:
    for start, end in clauses_of(text):
        clause = text[start:end]
        cue = _CUES[name].search(clause)
        if cue is None:
            continue
        if name is not F.REFUND_POLICY and _NONE.search(clause):
            return Told(start, end, name, None)
        if asked or (not _WISHES.search(clause) and (_SOLD.search(clause) or _IS_A_RULE.search(clause))):
            return Told(start, end, name, clause.strip())
    return None


def _processor(text: str, *, asked: bool) -> Told | None:
    for start, end in clauses_of(text):
        clause = text[start:end]
        for match in _NAMED.finditer(clause):
            if asked or _WERE_WITH.search(clause[: match.start()]):
                return Told(start, end, F.FORMER_PROCESSOR, match[0])
        if _NO_PROCESSOR.search(clause):
            return Told(start, end, F.FORMER_PROCESSOR, None)
    return None
