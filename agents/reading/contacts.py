"""E-mail, phone, website, tax number and bank details: which of those mentioned are the merchant's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.reading.choice import Candidate, first_unless_corrected
from agents.reading.heard import Heard
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import FieldName
from cases.fields.website import find_links, is_platform, says_same_as_email
from cases.sensitive import TOKEN

_I = re.IGNORECASE

_NOT_THIS = re.compile(
    r"\b(?:don'?t (?:use|put|write|send|call|contact|share|list|ring|text|e-?mail)|do not (?:use|put|"
    r"write|send|call|contact|share|list)|please don'?t|not (?:this|that|the|for|to be used)|never use|"
    r"only for|just for (?:couriers|invoices|deliver\w*|personal)|"
    r"private|personal|my own|old|former\w*|previous|no longer|any ?more|dead|defunct|closed|fax|"
    r"landlord\w*|accountant\w*|bookkeeper\w*|supplier\w*|web (?:guy|designer|agency)|designer\w*|"
    r"competitor\w*|friend\w*|husband'?s|wife'?s|lawyer'?s|home|emergency|"
    r"insta(?:gram)?|facebook|tiktok|twitter|"
    r"ignore|wrong|used to|bounc\w*|not mine|"
    r"no (?:uses|usar|pongas|escrib\w+)|personal|privad[oa]|antigu[oa]|gestor\w*|ne pas (?:utiliser|"
    r"mettre)|n'utilisez pas|personnel(?:le)?|privée?|ancien(?:ne)?|comptable|nicht (?:verwenden|nutzen|"
    r"benutzen|mehr)|privat\w*|alte[nrs]?|steuerberater\w*|vermieter\w*|não us\w+|pessoal|antig[oa]|"
    r"contador\w*|non us\w+|personale|vecchi[oa]|commercialista|niet (?:gebruiken|meer)|privé|oude)\b",
    _I,
)
_IS_OTHERS = re.compile(
    r"\b(?:our|my|the|il|la|el|le|l['’]|der|die|den|o|de|het|unser\w*|mein\w*|mi|nuestr[oa]|notre|mon|meu|nosso|mio|nostro|mijn|"
    r"onze)\s(?:\w+\s)?(?:bank\w*|"
    r"accountants?|bookkeeper|landlord|landlady|supplier|agent|lawyer|solicitor|steuerberater\w*|"
    r"vermieter\w*|"
    r"lieferant\w*|gestor\w*|asesor\w*|casero|banco|comptable|banque|bailleur|fournisseur|contador\w*|"
    r"fornecedor|"
    r"commercialista|fornitore|boekhouder|verhuurder|leverancier)\b"
    r"(?:(?!\b(?:ours?|mine|use|we|but|unser\w*|nuestr\w+|notre|onze)\b)[^.;⟦])*$",
    _I,
)
"""Says whose an address is that stands at its end: "our bank contact is Ms De Graaf, …"."""
_PREFERRED = re.compile(
    r"\b(?:please|best|business|company|shop'?s?|studio'?s|official|main|correct|right|new|now|current|"
    r"instead|better|prefer\w*)\b|\buse\s*$",
    _I,
)


def read_tokens(talk: Talk, field: FieldName, kinds: tuple[str, ...]) -> Heard | None:
    """The token that stands for the merchant's own value of a field."""
    found = [c for sentence in talk.sentences for c in _tokens(sentence, field, kinds)]
    chosen = first_unless_corrected(found)
    return chosen.heard(field) if chosen else None


def _tokens(sentence: Sentence, field: FieldName, kinds: tuple[str, ...]) -> Iterator[Candidate]:
    text = sentence.text
    parts = clauses(text)
    asked = field in sentence.asked
    for match in TOKEN.finditer(text):
        if match[1] not in kinds:
            continue
        before, after = _around(text, match.start(), match.end())
        clause = clause_at(parts, match.start())
        if (
            clause.others
            or _IS_OTHERS.search(text[: match.start()])
            or _NOT_THIS.search(after)
            or _NOT_THIS.search(before)
        ):
            continue
        tier = 1 + bool(_PREFERRED.search(before + " " + after)) + 2 * asked
        tier -= field is FieldName.TAX_ID and bool(_REGISTER.search(before))
        yield Candidate(
            match[0], sentence, sentence.start + match.start(), sentence.start + match.end(), tier
        )


_REGISTER = re.compile(
    r"\b(?:siret|siren|company|organi[sz]ation\w*|org\.?-?(?:nr|no)|uen|registro|register\w*|regon)\b", _I
)
"""Words for a number of the register, which is a tax number only where no other is told."""


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a value that are about it: up to the next value or a break."""
    before = re.split(
        r"⟧|[,;()|/](?=\s|$)|\s[-–—]\s|\.\s|\b(?:but|and|pero|mais|aber|y|et|und|e)\b", text[:start]
    )[-1]
    after = re.split(
        r"⟦|\s[-–—]\s|[,;)|](?!\s*(?:please )?(?:but )?(?:don|not|only|just|is|ne|no))|\s/\s|\.\s|"
        r"\b(?:and|y|et|und|"
        r"e)\b",
        text[end:],
    )[0]
    after = re.split(r"\b(?:not|instead of|rather than|never|no)\s+(?:the|my|our|that|to the)\b", after)[0]
    aside = re.search(r"\s\(([^)]*)", after)
    if aside and len(aside[1].split()) > 4:
        after = after[: aside.start()]
    return before[-80:], after[:80]


def read_cued_number(talk: Talk, field: FieldName, cue: re.Pattern[str]) -> Heard | None:
    """A number token, or digits left in clear, right behind the words for a field."""
    found = [c for sentence in talk.sentences for c in _cued(sentence, cue, field in sentence.asked)]
    chosen = first_unless_corrected(found)
    return chosen.heard(field) if chosen else None


ROUTING_CUE = re.compile(
    r"\b(?:routing|aba|rtn|transit)\b(?:[\s:#=/\-]|\b(?:no|nr|number|num|is|aba|rtn|transit|code|and|"
    r"account|acct|routing)\b\.?){0,8}$",
    _I,
)
_ROUTING_VALUE = re.compile(r"⟦NUMBER_\d+⟧|(?<![\d⟦_])\d{9}(?![\d⟧])")


def _cued(sentence: Sentence, cue: re.Pattern[str], asked: bool) -> Iterator[Candidate]:
    text = sentence.text
    for match in _ROUTING_VALUE.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if cue.search(before) or asked:
            yield Candidate(
                match[0], sentence, sentence.start + match.start(), sentence.start + match.end(), 1
            )


_NOT_SITE = re.compile(
    r"\b(?:old|former|previous|competitor\w*|built by|designed by|hosted|hosting|powered by|web (?:guy|"
    r"designer|agency)|coming soon|soon|under construction|not (?:live|online|ready|up)|will be|used to|"
    r"no longer|any ?more|supplier|friend'?s|"
    r"like|similar to|such as|inspired|via|through|found (?:you|your)|saw|read (?:on|about)|advert\w*|"
    r"your (?:site|website|page)|their|his|her|landlord\w*|next year|planning|parked|for sale|antigua|"
    r"ancien|alte|pronto|bientôt|bald|em breve|presto|binnenkort)\b",
    _I,
)


def read_website(talk: Talk, email: object | None) -> Heard | None:
    """The host of the merchant's own site; "domain of ⟦EMAIL_1⟧" where they say it is the same."""
    found: list[Candidate] = []
    for sentence in talk.sentences:
        found += _links(sentence)
        same = says_same_as_email(sentence.text) and (
            FieldName.WEBSITE in sentence.asked
            or re.search(r"\b(?:web|site|sitio|seite|página|pagina|url|domain)\w*\b", sentence.text, _I)
        )
        if same and email is not None:
            found.append(Candidate(f"domain of {email}", sentence, sentence.start, sentence.end, 3))
    chosen = first_unless_corrected(found)
    return chosen.heard(FieldName.WEBSITE) if chosen else None


def _links(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    parts = clauses(text)
    for link in find_links(text):
        before, after = _around(text, link.start, link.end)
        clause = clause_at(parts, link.start)
        foreign = clause.others or clause.planned or clause.hypothetical
        if is_platform(link.host) or foreign or _NOT_SITE.search(before) or _NOT_SITE.search(after[:40]):
            continue
        asked = FieldName.WEBSITE in sentence.asked
        cue = (
            link.marked
            or asked
            or re.search(
                r"\b(?:web\w*|site|url|online|www|homepage|página|sitio|seite|sito|adres|visit|see|shop|"
                r"we'?re at|find us)\b",
                before,
                _I,
            )
        )
        yield Candidate(
            link.host, sentence, sentence.start + link.start, sentence.start + link.end, 2 if cue else 1
        )
