"""Licences and permits by their number, and what the merchant says they do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.reading.choice import Candidate, first_unless_corrected
from agents.reading.heard import Absent, Heard
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import FieldName

_I = re.IGNORECASE

_WORDS = (
    r"licen[cs]e[sd]?|licen[cs]ing|licencia|licen[çc]a|licenza|lizenz\w*|permits?|permis|permiso|ffl|nmls|"
    r"fssai|alvar[áa]|autorisation|autorizaci[óo]n|autorizzazione|autoriza[çc][ãa]o|"
    r"erlaubnis\w*|genehmigung\w*|konzession\w*|zulassung\w*|gewerbe(?:schein|anmeldung|erlaubnis|"
    r"registernummer)?\w*|vergunning\w*|agrément|nafdac|cqc|"
    r"nafdac|bewilligung\w*|carnet de instalador\w*|carte professionnelle|gewerbeschein\w*|"
    r"\w+ registration|registration (?:certificate|permit)|"
    r"certificate of registration|許可番号|免許番号"
)
_CUE = re.compile(rf"(?<![\w-])(?:{_WORDS})(?![\w])", _I)
_NOT_LICENCE = re.compile(
    r"\b(?:company|business|corporate|vat|gst|tax|charity|trade ?mark|vehicle|car|domain|voter|commercial|"
    r"legal)\sregistration$|\b(?:driver'?s?|driving|fishing|hunting|marriage|software|music|tv|plate|"
    r"company|companies house|vat|tax|vehicle|learner|"
    r"conducir|conduire|führerschein|carteira de motorista|patente|rijbewijs)\s(?:\w+\s)?$|"
    r"\bnumber plate\b",
    _I,
)
_VALUE = re.compile(
    r"(?P<gap>[^.!?\n⟦]{0,60}?(?:\b(?i:no|nr|núm|n[º°]|n(?=\.[º°]))\.[^.!?\n⟦]{0,10}?)?)"
    r"(?P<value>(?:(?<!\w)(?:[A-Z]|CPI) )?⟦NUMBER_\d+⟧|"
    r"(?<![\w$€£%⟦])(?=[A-Z0-9/.\-]*\d)[A-Z0-9]+(?:[/\-.](?=[A-Z0-9])[A-Z0-9]+)*(?![\w%⟧])(?: "
    r"?(?=[A-Z0-9]*\d)[A-Z]{0,3}\d{3,}[A-Z]{0,2}(?!\w))?)",
)
_BARE = re.compile(
    r"^\W*(?:(?:it'?s|is|the number is|number|no|nr|licen[cs]e|permit)\W+){0,3}(?P<value>⟦NUMBER_\d+⟧|"
    r"(?=[\w/.\-]*\d)[\w]+(?:[/\-. ]?[\w]+){0,5}?)\W*$",
    _I,
)
_LACKING = re.compile(
    r"\b(?:no|not|don'?t|do not|doesn'?t|haven'?t|hasn'?t|without|none|never|nope|lacking|n/a|isn'?t|"
    r"aren'?t|waiting|pending|applied|applying|in progress|expired|still|"
    r"nein|kein\w*|noch nicht|nicht|ohne|haben wir nicht|sin|no tenemos|no tengo|todavía|aún|ningun[oa]|"
    r"pas|aucun\w*|sans|n'avons|n'ai|não|nenhum\w*|sem|ainda|non|nessun\w*|senza|ancora|geen|niet|nog|"
    r"zonder)\b",
    _I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def read_licence(talk: Talk) -> Heard | None:
    """The number of the licence, as written."""
    found = [c for sentence in talk.sentences for c in _numbers(sentence)]
    chosen = first_unless_corrected(found)
    return chosen.heard(FieldName.BUSINESS_LICENSE) if chosen else None


def _numbers(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    parts = clauses(text)
    asked = FieldName.BUSINESS_LICENSE in sentence.asked
    cues = list(_CUE.finditer(text))
    for cue in cues:
        clause = clause_at(parts, cue.start())
        if (
            clause.others
            or clause.hypothetical
            or _NOT_LICENCE.search(text[: cue.start()])
            or _NOT_LICENCE.search(cue[0])
        ):
            continue
        value = _VALUE.match(text, cue.end())
        if value and _is_number(value, text):
            start, end = value.span("value")
            yield Candidate(
                value["value"], sentence, sentence.start + cue.start(), sentence.start + end, 2 + asked
            )
    if asked and not cues and (bare := _BARE.match(text)) and len(re.findall(r"\d", bare["value"])) >= 3:
        start, end = bare.span("value")
        yield Candidate(bare["value"], sentence, sentence.start + start, sentence.start + end, 3)


def _is_number(value: re.Match[str], text: str) -> bool:
    written = value["value"]
    gap = re.sub(r"\b(?:no|nr|num|núm)\.?\W*$", "", value["gap"], flags=_I)
    if (
        _LACKING.search(gap)
        or _CUE.search(gap)
        or re.search(
            r",\s\w+\s\w+\s|\b(?:since|in|account|routing|years?|for|until|phone|tel|ein|vat|opened)\s*$",
            gap,
            _I,
        )
    ):
        return False
    if "⟦" in written:
        return not re.search(r"\b(?:phone|tel|account|tax|vat|ein|routing|aba|call)\b", gap, _I)
    digits = sum(char.isdigit() for char in written)
    lone_year = _YEAR.fullmatch(written) and not re.search(r"(?:no|nr|number|#)\W*$", gap, _I)
    unit = re.match(r"\s?(?:%|years?|k\b|m\b|€|months?|am\b|pm\b)", text[value.end() :], _I)
    return digits >= 2 and len(written) >= 3 and not lone_year and not unit


_FIELD_WORDS: tuple[tuple[FieldName, re.Pattern[str]], ...] = (
    (FieldName.BUSINESS_LICENSE, _CUE),
    (FieldName.WEBSITE, re.compile(r"\b(?:web ?sites?|web ?page|site|homepage|página web|sitio web|sitio|"
                                   r"site internet|webseite|internetseite|sito|sito web)\b", _I)),
    (FieldName.TAX_ID, re.compile(r"\b(?:ein|tax (?:id|number)|vat (?:number|id|no)?|vat|tin|gst(?:in)?|"
                                  r"abn|steuernummer|ust-?id\w*|cif|nif|tva|siret|cnpj|p\.? ?iva|"
                                  r"partita iva|btw\w*)\b", _I)),
    (FieldName.IBAN, re.compile(r"\biban\b", _I)),
    (FieldName.PHONE, re.compile(r"\b(?:phone|telephone|landline|teléfono|téléphone|telefon|telefone|"
                                 r"telefono|telefoon)\b", _I)),
    (FieldName.EMAIL, re.compile(r"\b(?:e-?mail|correo|courriel)\b", _I)),
    (FieldName.ROUTING_NUMBER, re.compile(r"\b(?:routing|aba)\b", _I)),
    (FieldName.OWNERS, re.compile(r"\b(?:owners?|owns?|dueñ[oa]s?|propietari\w+|propriétaires?|inhaber\w*|"
                                  r"eigentümer|don[oa]s?|proprietari\w*|eigena\w+)\b", _I)),
)  # fmt: skip
_NONE_OF_IT = re.compile(
    r"\b(?:no|don'?t have|do not have|doesn'?t have|haven'?t(?: got)?|hasn'?t|without|there is no|"
    r"there'?s no|not got|nobody|no one|none|never had|not have|isn'?t|still (?:waiting|pending)|not yet|"
    r"kein\w*|noch nicht|haben wir nicht|"
    r"habe ich nicht|niemand\w*|sin|no tenemos|no tengo|todavía no|aún no|nadie|pas (?:de|d'|encore)|"
    r"aucun\w*|n'avons pas|n'ai pas|personne ne|não (?:temos|tenho|há)|ainda não|sem|ninguém|"
    r"non (?:abbiamo|ho|c'è)|nessun\w*|ancora|geen|nog niet|niemand)\b",
    _I,
)
_SHORT_NO = re.compile(
    r"^\W*(?:no+|nope|none|nah|n/a|not yet|no,? (?:sorry|thanks|we don'?t|i don'?t|none)|"
    r"(?:sorry,? )?(?:we|i) (?:don'?t|do not|haven'?t|have not|have no|don'?t actually) (?:have|got|"
    r"have got|own|use)? ?(?:one|any|that|a \w+|it)?(?: yet)?|"
    r"there (?:isn'?t|is none)(?: one)?|don'?t have (?:one|any|it|that)(?: yet)?|haven'?t got (?:one|any)|"
    r"nobody|no one|"
    r"nein|keine?[nrs]?|haben wir (?:noch )?(?:nicht|keine?n?)|habe ich nicht|gibt es nicht|noch nicht|"
    r"no tenemos|no tengo|ningun[oa]|todavía no|aún no|non|aucune?|pas encore|(?:nous n'en|on n'en|"
    r"je n'en) a\w* pas|on n'a pas|não|não temos|não tenho|nenhum\w*|ainda não|"
    r"nessun\w*|non (?:ce l'ho|ne abbiamo|abbiamo)|non ancora|nee|geen|hebben we niet|heb ik niet|"
    r"nog niet)\b[^\n]{0,60}$",
    _I,
)


def read_absent(talk: Talk) -> tuple[Absent, ...]:
    """The fields that the merchant says they have nothing for; only the last word on each."""
    found: dict[FieldName, Absent] = {}
    for sentence in talk.sentences:
        for field in _denied(sentence):
            found[field] = Absent(field, sentence.text, sentence.seq)
    return tuple(found.values())


def _denied(sentence: Sentence) -> Iterator[FieldName]:
    text = sentence.text
    whole = sentence.message.strip() == text or len(text.split()) <= 8
    if sentence.asked and whole and _SHORT_NO.match(text) and "⟦" not in text:
        yield from (f for f in sentence.asked if f not in (FieldName.MERCHANT_NAME, FieldName.ADDRESS))
        return
    for part in clauses(text):
        words = text[part.start : part.end]
        if part.others or "⟦" in words or text.rstrip().endswith("?"):
            continue
        for field, cue in _FIELD_WORDS:
            if (found := cue.search(words)) and _is_denied(words, found, field):
                yield field


def _is_denied(words: str, cue: re.Match[str], field: FieldName) -> bool:
    denial = next((m for m in _NONE_OF_IT.finditer(words) if abs(m.start() - cue.start()) <= 45), None)
    if denial is None or re.search(r"\bno\.? ?[:#]|\bno\.\s*$", words, _I):
        return False
    if field is FieldName.OWNERS and re.search(r"\bother\b|\bonly\b|\bexcept\b|\bbut me\b", words, _I):
        return False
    return not re.search(r"\b(?:problem|idea|need to|matter|worries|use my|share)\b", words, _I)
