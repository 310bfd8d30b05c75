"""The share of sales that is made online, in percent of all sales."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.numbers import find_numbers

_I = re.IGNORECASE
_ONLINE = (
    r"(?:on-?line|(?:on|over|through|via) the (?:internet|web)|web ?(?:shop|store|site)|e-?commerce|internet|"
    r"im (?:netz|internet|web)|onlineshop|online-shop|webshop|"
    r"(?:en|de) l[ií]nea|por internet|en la web|tienda online|en ligne|sur (?:internet|le (?:site|web)))"
)
_IN_PERSON = (
    r"(?:in[- ](?:the |our )?(?:shop|store|person|premises|salon|restaurant|caf[eé]|market)s?|on site|in[- ]store|"
    r"face[- ]to[- ]face|over the counter|at (?:the |our )?(?:counter|till|market|shop|stall)s?|offline|"
    r"im (?:laden|geschäft|lokal|salon)|vor ort|an der (?:kasse|theke)|stationär|"
    r"en (?:la |nuestra )?tienda|en (?:el )?(?:local|mostrador)|presencial(?:es|mente)?|en persona|"
    r"en (?:boutique|magasin|salle)|sur place|au comptoir)"
)
_ALL = (
    r"(?:only|all|everything|entirely|exclusively|purely|fully|solely|just|100 ?%|alles|nur|ausschließlich|komplett|"
    r"rein|todo|todas?|s[oó]lo|solamente|únicamente|exclusivamente|tout|toutes?|uniquement|seulement|exclusivement)"
)
_NOTHING = (
    r"(?:nothing|none(?: of it)?|no(?: sales)?|not|never|zero|don['’]?t sell(?: anything)?|nichts|kein\w*|gar nicht|nicht|"
    r"nada|ninguna?|no vendemos|rien|aucune?(?: vente)?|pas(?: de vente)?)"
)
_HALF = r"(?:half|hälfte|halb|mitad|moitié)"
_DONE = (
    r"(?:(?:of it|of (?:our |the |all )?sales|our sales|sales|of (?:our )?orders|we sell|sell|selling|sold|is|are|it|happens|"
    r"wird|wir|verkaufen|verkauft|läuft|unserer?|der|verkäufe|umsätze|bestellungen|vendemos|vendo|se vende|es|de (?:las |nuestras )?"
    r"ventas|ventas|vendons|vend|se vend|on vend|(?:de |des )?(?:nos )?ventes|est|sont|se fait|made|done|about) ){0,3}?"
)
"""What may stand between "all" and "online": nothing but that it is sold there."""
_SHOP = (
    r"(?:on-?line|im (?:netz|internet)|(?:on|over|through|via) the internet|en l[ií]nea|por internet|en ligne|"
    r"sur internet)(?![- ]?(?:shop|store|business|laden|handel|company|seller|retail))"
)

_ALL_ONLINE = re.compile(rf"\b{_ALL}\b {_DONE}{_SHOP}\b|\b{_SHOP}[- ]only\b|\b{_SHOP} nur\b", _I)
_ALL_IN_PERSON = re.compile(rf"\b{_ALL}\b {_DONE}{_IN_PERSON}(?!\w)", _I)
_NONE_ONLINE = re.compile(rf"\b{_NOTHING}\b {_DONE}{_SHOP}\b", _I)
_PARTS = tuple(
    (re.compile(rf"\b(?:{words})\b {_DONE}{_SHOP}\b", _I), share)
    for words, share in (
        (_HALF, 50),
        (r"two thirds|zwei drittel|dos tercios|(?:les )?deux tiers", 67),
        (r"(?:a|one|ein|un|una|le) (?:third|drittel|tercio|tercera parte|tiers)", 33),
        (r"three quarters|drei viertel|tres cuartos|(?:les )?trois quarts", 75),
        (r"(?:a|one|ein|un|le) (?:quarter|viertel|cuarto|quart)", 25),
    )
)
_PERCENT = re.compile(r"\s?(?:%|per ?cent|prozent|por ?ciento|pour ?cent)", _I)
_OWNING = re.compile(
    r"\b(?:owns?|owners?|owned|shares?(?: in| of the (?:company|business))|stakes?|discount\w*|rabatt\w*|inhaber\w*|besitz\w*|"
    r"anteil\w*|geh[öo]rt|dueñ[oa]s?|propietari\w+|participaci\w+|descuento|propriétaires?|détien\w+|remise)\b",
    _I,
)
"""What else is told in percent."""
_BARE_HALF = re.compile(
    rf"^\W*(?:about |around |roughly |etwa |ungefähr |más o menos |environ |la |die |a |the )*"
    rf"(?:{_HALF}(?: and half| each| of it| of them|[- ]{_HALF}| y {_HALF})?|50[-/ ]50|fifty[- ]fifty)\W*$",
    _I,
)
_BARE_ALL = re.compile(
    r"^\W*(?:all(?: of (?:it|them))?|everything|100|alles|komplett|todo|todas?|tout(?:es)?|la totalit[eé])\W*$",
    _I,
)
_BARE_NONE = re.compile(
    r"^\W*(?:none(?: of (?:it|them))?|nothing|zero|no|nope|not at all|nichts|gar nichts|keine[rs]?|nein|"
    r"nada|ning[uú]na?|cero|no|rien|aucune?|non|zéro)\W*$",
    _I,
)


class Share(NamedTuple):
    """A share of sales made online, in percent, and the words that tell it."""

    start: int
    end: int
    value: int


def find_shares(text: str, *, asked: bool) -> list[Share]:
    """The shares that a text tells; a bare figure or "half" only in an answer."""
    found = [*_in_percent(text, asked=asked), *_in_words(text)]
    if not found and asked:
        found = [*_in_bare_words(text)]
    return sorted(found)


def parse(raw: object) -> int:
    """A percentage from a number or from words such as "80 %" or "half"; raises Invalid."""
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= 100:
        return round(raw)
    if isinstance(raw, str):
        told = {share.value for share in find_shares(raw, asked=True)}
        if len(told) == 1:
            return told.pop()
    raise Invalid("This is a share in percent, from 0 to 100.", code="invalid_online_share")


def ground(value: int, words: str, context: Context) -> int:
    """The share, if the words state it; or Ungrounded."""
    asked = FieldName.ONLINE_SHARE in context.asked
    if any(share.value == value for share in find_shares(words, asked=asked)):
        return value
    raise Ungrounded("The words do not state this share.")


def _in_percent(text: str, *, asked: bool) -> list[Share]:
    """ "80 % online", "60 percent in the shop" (40 are online then); in an answer "80" will do."""
    found: list[Share] = []
    numbers = [number for number in find_numbers(text) if 0 <= number.value <= 100]
    marked = [(number, mark) for number in numbers if (mark := _PERCENT.match(text, number.end))]
    for at, (number, mark) in enumerate(marked if not _OWNING.search(text) else []):
        low = marked[at - 1][1].end() if at else 0
        high = marked[at + 1][0].start if at + 1 < len(marked) else len(text)
        after = _clause_of(text[mark.end() : high])
        before = _clause_of(text[low : number.start][::-1])[::-1]
        online = _distance(_ONLINE, before, after)
        in_person = _distance(_IN_PERSON, before, after)
        end = mark.end() + len(after.rstrip())
        start = number.start - len(before.lstrip())
        if online is not None and (in_person is None or online <= in_person):
            found.append(Share(start, end, round(number.value)))
        elif in_person is not None:
            found.append(Share(start, end, 100 - round(number.value)))
        elif asked and len(marked) == 1:
            found.append(Share(number.start, mark.end(), round(number.value)))
    if (
        not (found or marked)
        and asked
        and len(numbers) == 1
        and re.fullmatch(r"\W*(?:\w+ ){0,3}\d+\W*", text)
    ):
        found.append(Share(numbers[0].start, numbers[0].end, round(numbers[0].value)))
    return found


def _clause_of(text: str) -> str:
    return re.split(r"[.;!?\n,]", text)[0]


def _distance(words: str, before: str, after: str) -> int | None:
    """How far the nearest of the words stands from the figure; None where none is there."""
    behind = re.search(rf"\b{words}(?!\w)", after, _I)
    ahead = [*re.finditer(rf"\b{words}(?!\w)", before, _I)]
    places = [*([behind.start()] if behind else []), *([len(before) - ahead[-1].end()] if ahead else [])]
    return min(places, default=None)


def _in_words(text: str) -> list[Share]:
    if not re.search(
        r"\d\s?(?:%|per ?cent|prozent|por ?ciento|pour ?cent)", text.replace("100 %", "").replace("100%", "")
    ):
        for pattern, value in (
            *_PARTS,
            (_NONE_ONLINE, 0),
            (_ALL_ONLINE, 100),
            (_ALL_IN_PERSON, 0),
        ):
            if match := pattern.search(text):
                return [Share(match.start(), match.end(), value)]
    return []


def _in_bare_words(text: str) -> list[Share]:
    for pattern, value in ((_BARE_HALF, 50), (_BARE_ALL, 100), (_BARE_NONE, 0)):
        if pattern.match(text):
            start = len(text) - len(text.lstrip())
            return [Share(start, len(text.rstrip()), value)]
    return []
