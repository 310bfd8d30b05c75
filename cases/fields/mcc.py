"""Merchant category codes (ISO 18245) by the words of a line of business."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cases.fields.places import unaccented
from cases.fields.trade_actions import actions, codes_for, in_compound
from cases.fields.trades import FOOD, RETAIL, TRADES, WHOLESALE

_WORD = re.compile(
    r"(?<![^\W\d_])(?:(?:[ld]|qu|dell|all|nell|un)['’])?(?P<word>[^\W\d_]+(?:[’'\-&][^\W\d_]+)*|\d+)",
    re.IGNORECASE,
)
"""A word without the article that French and Italian tie to it."""

_LONGEST = 5
_GENERIC_WORDS = """
    shop store tienda negozio winkel magasin laden loja boutique salon bar club gallery app software
    marketing consulting training education courses travel design marketplace retail trader coffee tea
    bread cake wine school studio clinic academia formation beratung mode moda fashion
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words that say little: any other trade named beside them is what the business does."""

_VAGUE_WORDS = """
    shop store tienda negozio winkel magasin laden loja ecommerce e-commerce retail retailer trader
    import wholesale association club online
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Words that no category may rest on alone."""


class Trade(NamedTuple):
    """A trade's words in a text (positions in it), the codes that fit, and its words if mistyped."""

    start: int
    end: int
    codes: tuple[str, ...]
    weight: int
    respelled: str | None = None


@lru_cache(maxsize=1)
def _codes_by_words() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in re.sub(r"\n +", " ", TRADES.strip()).splitlines():
        codes, _, phrases = line.partition(": ")
        for phrase in phrases.split(", "):
            words = tuple(_stem(match["word"]) for match in _WORD.finditer(unaccented(phrase)))
            found.setdefault(words, tuple(codes.split()))
    return found


_Word = tuple[int, int, str]
"""A word's start, end and stem."""


def _stem(word: str) -> str:
    """The word without the ending of a plural."""
    word = unaccented(word).replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_BUSINESS_ENDING = re.compile(
    r"(?:maker|smith|ress|tions?|shop|store|laden|winkel|handel|handlung|geschaft|zaak|erie|erei|eria|"
    r"ria|rie|haus|ist|ista|"
    r"iste|ero|era|eur|ier|"
    r"eiro|eira|aio|arian?|man|ing|ery|ary|makt|markt|butcher|baker|grocer|brewer|barber|tailor|"
    r"jeweller|jeweler|salon|diele|cafe)"
)


@lru_cache(maxsize=1)
def _plain_goods() -> frozenset[str]:
    """Single words for food and goods, which may also be spoken of without being sold ("cheese", "books")."""
    found: set[str] = set()
    for line in re.sub(r"\n +", " ", (FOOD + RETAIL + WHOLESALE).strip()).splitlines():
        for phrase in line.partition(": ")[2].split(", "):
            words = _WORD.findall(unaccented(phrase))
            if len(words) == 1 and not re.search(rf"{_BUSINESS_ENDING.pattern}$", words[0]):
                found.add(_stem(words[0]))
    return frozenset(found - _ESTABLISHMENTS)


_ESTABLISHMENT_WORDS = """
    restaurant restaurante ristorante cafe bistro brasserie diner bar pub tavern takeaway imbiss
    chippy dhaba buka izakaya deli supermarket supermercato supermercado apotheke pharmacie farmacia
    florist chemist kiosk pawnshop vinoteca bodega dispensary armeria optica optiker kita hofladen
    brewpub taproom caterer catering traiteur distillery winery cidery smokehouse roastery kirana
    tabac estanco animalerie petshop papeteria
"""
_ESTABLISHMENTS = frozenset(_ESTABLISHMENT_WORDS.split())


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, list[str]]:
    """The longer words of all trades by their first letter."""
    found: dict[str, list[str]] = {}
    for word in sorted({word for words in _codes_by_words() for word in words if len(word) >= 5}):
        found.setdefault(word[0], []).append(word)
    return found


@lru_cache(maxsize=4096)
def _respell(word: str) -> str:
    """The nearest word of a trade, one slip away; the word itself where there is none."""
    known = _vocabulary().get(word[:1], [])
    if len(word) < 5 or word in known:
        return word
    near = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near else word


def find_trades(text: str, *, mistyped: bool = False) -> list[Trade]:
    """The trades that a text names, longest phrases first where they overlap, in its order.

    With ``mistyped`` a slip in a longer word is allowed ("cofee shop").
    """
    words = [(m.start("word"), m.end(), _stem(m["word"])) for m in _WORD.finditer(text)]
    if mistyped:
        words = [(start, end, _respell(word)) for start, end, word in words]
    table = _codes_by_words()
    found: list[Trade] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = tuple(word for _, _, word in words[at : at + length])
            codes = table.get(phrase) or (_compounded(phrase[0]) if length == 1 else None)
            if codes and _adjoin(text, words[at : at + length]):
                start, end = words[at][0], words[at + length - 1][1]
                respelled = " ".join(phrase) if mistyped else None
                found.append(Trade(start, end, codes, _weight(phrase), respelled))
                at += length - 1
                break
        at += 1
    return _with_actions(text, words, found)


_KIND_OF_PLACE = re.compile(
    r"(?P<what>\w{4,}?)(?:s|n|en|e)?-?(?:laden|geschaft|handlung|handel|shop|winkel|zaak|praxis|"
    r"praktijk|studio|salon|"
    r"werkstatt|betrieb|fachgeschaft|markt|bar|haus|manufaktur|service|bedrijf)"
)


@lru_cache(maxsize=4096)
def _compounded(word: str) -> tuple[str, ...] | None:
    """The codes of a word such as "logopediepraktijk": of what the place is for, where that is known."""
    match = _KIND_OF_PLACE.fullmatch(word)
    if match is None:
        return None
    what = match["what"]
    table = _codes_by_words()
    return next(
        (table[(form,)] for form in (what, what + "e", what + "n", what + "en") if (form,) in table), None
    )


def _adjoin(text: str, words: list[_Word]) -> bool:
    """Whether nothing but a space or a hyphen stands between the words."""
    return all(re.fullmatch(r"[\s\-–/’'&.]{1,2}(?:[ld]['’])?", text[a[1] : b[0]]) for a, b in pairwise(words))


def _with_actions(text: str, words: list[_Word], found: list[Trade]) -> list[Trade]:
    """What is done to what, in the place of the words that this takes in: "repair phones and laptops"."""
    done = [trade for at in range(len(words)) if (trade := _done(text, words, at))]
    done = [one for one in done if not any(_holds(other, one) for other in found)]
    apart = [one for one in found if not any(_holds(other, one) for other in done)]
    return _with_shops(text, sorted([*apart, *done], key=lambda trade: trade.start))


def _with_shops(text: str, trades: list[Trade]) -> list[Trade]:
    """ "loja de eletrônicos", "cheese and wine shop": the word for a shop with what it sells."""
    joined: list[Trade] = []
    for trade in trades:
        last = joined[-1] if joined else None
        if (
            last
            and {last.weight, trade.weight} == {0, 1}
            and _SELLING.fullmatch(text[last.end : trade.start])
        ):
            goods = last if last.weight else trade
            joined[-1] = Trade(last.start, trade.end, goods.codes, 3)
        else:
            joined.append(trade)
    return joined


_SELLING = re.compile(
    r"\s?(?:\s(?:de|d['’]|of|for|di|da|do|für|von|van|voor|para|pour|per))?\s?(?:la |les |los |las )?", re.I
)


def _holds(one: Trade, other: Trade) -> bool:
    """Whether one takes in all the words of the other, and says as much."""
    return one.start <= other.start and other.end <= one.end and one.weight >= other.weight


def _done(text: str, words: list[_Word], at: int) -> Trade | None:
    start, end, word = words[at]
    if codes := in_compound(word):
        return Trade(start, end, codes, 3)
    for action in actions():
        if word not in action.words:
            continue
        behind = words[at + 1 : at + 1 + _REACH]
        before = words[max(0, at - _REACH) : at][::-1]
        for near in (before, behind):
            for one, other, thing in near:
                between = text[end:one] if one > end else text[other:start]
                if re.search(r"[.,;:!?()\n]|\s[-–—]\s", between):
                    break
                if codes := codes_for(thing, action):
                    return Trade(min(start, one), max(end, other), codes, 3)
    return None


_REACH = 5
"""How many words may stand between what is done and to what."""


def _weight(phrase: tuple[str, ...]) -> int:
    """How much a trade's words say; 0 for those that no category may rest on."""
    if set(phrase) <= _VAGUE:
        return len(phrase) - 1
    if len(phrase) == 1 and (phrase[0] in _GENERIC or phrase[0] in _plain_goods()):
        return 1
    return 1 + len(phrase)


_PURPOSE = re.compile(r"\s(?:for|to|für|para|pour|per|voor)\s", re.IGNORECASE)
"""What follows tells for whom something is: "software for dentists" is software."""


def _qualifies(one: Trade, other: Trade) -> bool:
    """Whether a trade only says of what kind the next one is: "clothes alterations" are alterations."""
    return one.end + 1 == other.start and other.weight > 1


def mcc_candidates(business_type: str) -> list[str]:
    """The codes that fit a line of business, best first; [] where nothing is known of it."""
    return list(dict.fromkeys(code for trade in ranked_trades(business_type) for code in trade.codes))


def ranked_trades(business_type: str) -> list[Trade]:
    """The trades that tell a line of business, the one that says most first."""
    trades = [trade for trade in find_trades(business_type) if trade.weight]
    trades = [
        one
        for one, after in zip_longest(trades, trades[1:])
        if one and not (after and _qualifies(one, after))
    ]
    purpose = _PURPOSE.search(business_type)
    head = purpose.start() if purpose else len(business_type)
    return sorted(trades, key=lambda trade: (trade.start >= head, -trade.weight))
