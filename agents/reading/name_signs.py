"""Signs that a row of words is the name of a business: no person, no place, no sentence."""

from __future__ import annotations

import re

from agents.reading.name_spans import clean
from agents.reading.name_words import ARTICLE, ESTABLISHMENT, HERE, IS_THE_NAME, LEGAL_END, VERB
from agents.reading.passages import Sentence
from cases.fields.address_kinds import Kind
from cases.fields.address_pieces import divide
from cases.fields.cities import countries_by_city
from cases.fields.mcc import find_trades
from cases.fields.places import countries_of_region, country_named
from cases.fields.streets import STREET

_I = re.IGNORECASE

_PLAIN_WORDS = """
    saas llc ltd inc gmbh system assistant hi hello yes no ok okay sure thanks thank you good morning
    ein vat iban it we i this that address phone email website owner owners monday tuesday wednesday
    thursday friday saturday sunday question questions correction turnover revenue sales open usd eur
    gbp english spanish german french portuguese italian dutch n/a none not yet unknown tbd mr mrs my
    our the a an visa mastercard amex
"""

_PLAIN = frozenset(_PLAIN_WORDS.split()) | {
    "not sure",
    "not yet",
    "thank you",
    "good morning",
    "good afternoon",
    "no idea",
    "all good",
    "that is all",
    "that's all",
    "that's it",
    "eso es todo",
    "eso es",
    "es todo",
    "nada más",
    "c'est tout",
    "das ist alles",
    "alles",
    "todo",
    "tout",
    "das war's",
    "das wär's",
    "an llc",
    "sole trader",
}

_BEGINNINGS = re.compile(
    r"(?:"
    r"i'm|i am|i|we|we're|we've|our|my|it's|it is|how|what|when|where|can|could|do|"
    r"is it|are you|address|phone|tel|email|turnover|revenue|ein|vat|founded|since|"
    r"started|opened|owned|owners|shareholders|thanks|sorry|actually|correction|please|"
    r"based in|located|established|sole owner|unit|suite|soy|nous|wir|tenemos|llevamos|"
    r"facturamos|donations|last year|insurance|volume|call|just|only|there|yes|no,|no|"
    r"routing|account|iban|ustid|registered|contact|mobile|sales|income|fees|years|el cif|"
    r"el nif|dirección|correo|teléfono|adresse|umsatz|inhaber|gesellschafter|endereço|sócios|"
    r"faturamos|via|rue|calle|avenida|rua|hier|la licencia|belongs|nobody|honestly|"
    r"business started|want|i'd|let|see|did|does|will|if|but|and|so|also|at|in|on|"
    r"from|for|with|to"
    r")\b"
)


def is_business_name(text: str, start: int, end: int, tier: int, after: str | None = None) -> bool:
    """Whether the words can be the name; ``tier``: how plainly it is said; ``after``: what follows them."""
    name = clean(text[start:end])
    after = text[end:] if after is None else after
    if (
        len(name) < 2
        or not re.search(r"[^\W_]", name)
        or name.casefold() in countries_by_city()
        or country_named(name)
        or _is_street(name)
    ):
        return False
    if (
        tier < 5
        and (STREET.match(name) or _ABOUT.match(name) or _NUMBERED.search(name))
        and not LEGAL_END.search(name)
    ):
        return False
    if (
        countries_of_region(name)
        or is_plain_word(name, tier)
        or re.search(r"[⟦$€£₦₹¥%]", name)
        or (re.fullmatch(r"[\d\s.,/-]+", name) and tier < 5)
    ):
        return False
    if tier >= 4:
        return not re.match(
            r"(?:an?|not|also|the same|that|just|still|on|in|at|open|my|our|only|very|from|run|owned|"
            r"based|located|registered|closed|me|it|we|i|there)\b",
            name,
            _I,
        )
    if not name[0].isupper() and not re.match(r"\W?\d|[^\W\d_a-zà-ÿ]", name):
        return _is_lower_case_name(name, after, tier)
    marked = bool(LEGAL_END.search(name))
    if _mostly_trade(name) and not marked and tier < 3:
        return False
    followed = is_followed(after) or _in_town(after, name) or _before_trade(after, name)
    if tier == 3:
        followed = followed or bool(
            re.match(r",\s(?:an?|the|un[ae]?|une|eine?|uma?|een)\s", after) and " " in name
        )
        return not is_person(text, start, name) and (
            marked or followed or (has_business_word(name) and not _mostly_trade(name))
        )
    if _PERSON_HERE.match(after) and is_person(text, start, name):
        return False
    return (marked and bool(re.match(r"\W*$|[,.:]|\s[-–—]", after))) or followed


def _is_street(name: str) -> bool:
    """ "Hafenstraße 12": a street with its number, and nothing else."""
    return bool(re.search(r"\d", name)) and [piece.kind for piece in divide(name)] == [Kind.STREET]


def _is_lower_case_name(name: str, after: str, tier: int) -> bool:
    """ "its gelato gino we sell …", "wij zijn souvenirs van dam, een …"."""
    if tier != 3 or not is_several_words(name) or _NO_BEGINNING.match(name):
        return False
    return is_followed(after) or bool(re.match(r",\s(?:an?|un[ae]?|une|eine?|uma?|een|i'?m|we)\s", after))


_NO_BEGINNING = re.compile(
    r"(?:above|been|just|an?|the|not|my|our|only|about|around|in|at|on|all|me|mine|so|like|kind|"
    r"really|very|also|hard|"
    r"great|easy|open|still|now|for|with|to|from|by|near|next|because|going|run|more|less|ok|fine|"
    r"been|basically|"
    r"mostly|mainly|actually|called|both|two|three|one|un[ae]?|une|eine?|el|la|le|les|der|die|das|zu|"
    r"mit|seit|de|en|"
    r"aus|bei|im|in|nous|wir|sur|chez|dans|muy|ya|desde|sinds|al)\b",
    _I,
)


def is_several_words(name: str) -> bool:
    """Whether a name has more than one word."""
    return len(name.split()) > 1


_ABOUT = re.compile(r"(?:daten|angaben|infos?|details|data|datos|données|dati|gegevens)\s(?:\w{1,4})\s", _I)
"""What begins with these words is about the business ("Daten zum Hotel …"), and no name."""
_NUMBERED = re.compile(r"\s(?:nr|no|núm|num|n[º°])$", _I)

_NO_TITLE = re.compile(
    r"\b(?:application|account|payments?|question|enquiry|inquiry|request|merchant|terminal|"
    r"onboarding|quick|info\w*|"
    r"details|subject|re|fwd|hello|thanks|regards|team|please|status|update|correction|answers?)\b",
    _I,
)


def opens_a_sentence(sentence: Sentence, begin: int) -> bool:
    """ "Reel Therapy Charters - fishing charters out of …", "O'Hanrahan's Prime Meats.": the first words."""
    row = re.match(
        r"(?P<name>[A-ZÀ-ÞĀ-Ž0-9][\w'’&.\-]*(?: (?:&|and|of|the|de|la|du|des|und|y|"
        r"[A-ZÀ-ÞĀ-Ž0-9][\w'’&.\-]*)){1,6})"
        r"(?:\s?[-–—|]\s|, (?=[a-zà-ÿ])|\s(?:in|à|en|em|bei|near)\s(?=[A-ZÀ-Þ])|[.!]?$)",
        sentence.text[begin:],
    )
    if row is None or sentence.order > 2 or _NO_TITLE.search(row["name"]) or find_places(row["name"]):
        return False
    return has_business_word(row["name"]) or bool(
        re.match(r"[-–—|]\s[a-z]", sentence.text[begin + row.end("name") + 1 :])
    )


def find_places(name: str) -> bool:
    """Whether a town is in the words."""
    return name.casefold() in countries_by_city() or bool(country_named(name))


def is_plain_word(name: str, tier: int) -> bool:
    """Whether the words are those of a sentence or a label, and no name."""
    plain = name.casefold().strip(" .!")
    return plain in _PLAIN or (tier < 5 and bool(_BEGINNINGS.match(plain)))


def is_person(text: str, start: int, name: str) -> bool:
    """Whether somebody speaks of themselves: "I'm Tom from …"."""
    before = text[max(0, start - 24) : start]
    speaks = re.search(
        r"\b(?:i'?m|i am|this is|it'?s|soy|je suis|ich bin|sou|sono|ik ben|here is|with)\s$", before, _I
    )
    speaks = speaks or _PERSON_HERE.match(text[start + len(name) :])
    name = re.split(r"\s(?:of|from|at|with|von|van|de|di|da|de la)\s(?=.*(?:&|\b\w{4}))", name)[0]
    words = name.split()
    return (
        bool(speaks)
        and not (is_several_words(name) and _WE_DO.match(text[start + len(name) :]))
        and 1 <= len(words) <= 3
        and not has_business_word(name)
        and all(w[:1].isupper() for w in words)
    )


_PERSON_HERE = re.compile(
    r" (?:here|hier|aquí|ici|aqui|qui)\W+"
    r"(?:i|i'm|ich|yo|je|eu|io|ik|from|at|the (?:owner|account\w+|manager))\b",
    _I,
)
"""Behind who writes: "Priya Raman here, I do the books"."""


def has_business_word(name: str) -> bool:
    """Whether a word of it says that a business is meant."""
    if LEGAL_END.search(name) or "&" in name or find_trades(name):
        return True
    return bool(
        re.search(
            r"\b(?:shop|store|studio|works?|house|supply|supplies|co|group|services?|solutions|imports?|"
            r"exports?|trading|market|kitchen|bakehouse|cycles|roasters?|goods|labs?|digital|design|arms|"
            r"exchange|collective|society|club|atelier|workshop|"
            r"partners|brothers|sons|sisters|crafts?|foods?|farms?|garden|gardens|home|online|tech|"
            r"systems|media|records|wash|clean\w*|repairs?|rentals?|tours?|travel|fitness|yoga|barber\w*|"
            r"beauty|hair|nails|spa|pharmac\w+|dental|clinic|care|pets?|paws|"
            r"taller|tienda|casa|bar|taberna|boutique|maison|chez|haus|werkstatt|laden|manufaktur|loja|"
            r"bottega|officina|winkel|huis|parlou?rs?|grooming|bars?|bistro|meats?|cellars?|charters?|"
            r"motors?|books?|blooms?|"
            r"bakes?|cuts|tailors?|brew\w*|press|prints?|printing|cars|autos?|tyres|events?|academy|"
            r"school|dental|"
            r"church|tabernacle|temple|mosque|trust|charity|friends|hotel|inn|lodge|stores?|grocers?|"
            r"larder|pantry|"
            r"butchers?|florists?|flowers?|jewell?er\w*|opticians?|vets?|veterinary|kennels?|stables?|"
            r"studios?|gym|"
            r"logistics|transport|haulage|couriers?|taxis?|cabs?|coaches|builders?|roofing|plumbing|"
            r"electrical?|"
            r"heating|joinery|carpentry|decorators?|scaffolding|landscap\w*|nursery|productions?|"
            r"films?|photo\w*|"
            r"consult\w*|advis\w+|account\w*|legal|law|solicitors|estates?|lettings|properties|realty|"
            r"insurance|"
            r"finance|capital|ventures|enterprises|industries|international|global|company|bros|"
            r"textiles|fashions?|"
            r"clothing|apparel|boutiques?|couture|imprenta|autoescuela|academia|panadería|farmacia|"
            r"ferretería|"
            r"librairie|boulangerie|pharmacie|garage|fleurs?|taxi|optique|imprimerie|praxis|hof|"
            r"gasthaus|apotheke|"
            r"bäckerei|metzgerei|friseur\w*|salon|schule|verein|hotel|pousada|padaria|mercado|"
            r"officina|pizzeria|"
            r"trattoria|bakkerij|kapsalon)\b|['’]s\s\w",
            name,
            _I,
        )
    )


_WE_DO = re.compile(
    r",? we (?:do|run|sell|make|are|have|offer|rent|repair|fix|teach|import|build|bake|cater)\b", _I
)


def _mostly_trade(name: str) -> bool:
    """Whether the words are only a line of business, as "Crypto exchange" or "Coffee shop"."""
    covered = sum(t.end - t.start for t in find_trades(name))
    return covered >= len(name) - 2 and not any(w[0].isupper() for w in name.split()[1:])


def _before_trade(after: str, name: str) -> bool:
    """ "INK & IVORY tattoo parlour": what is plainly a name, then the trade in lower case."""
    plainly = "&" in name or re.search(r"['’]s\b", name) or (name.isupper() and is_several_words(name))
    trades = find_trades(after[:40]) if plainly and re.match(r"\s[a-z]", after) else []
    return bool(trades) and trades[0].start <= 1


def _in_town(after: str, name: str) -> bool:
    """ "Driftwood Hostel, Byron Bay": a name with a trade in it and the town behind it."""
    town = re.match(r",\s([^,.;!?\n]{2,30})", after)
    return bool(town and town[1].strip().casefold() in countries_by_city()) and has_business_word(name)


def is_apposed(after: str, name: str) -> bool:
    """Whether "…, a motorcycle workshop" follows: what is a workshop or a shop is no person."""
    if not re.match(r"\s?[,–—-]\s", after) or not is_followed(after):
        return False
    kind = re.match(r"\W+(?:an? |the |our |un[ae]? |une |ein\w* |uma? |een )?([^,.;!?]{3,60})", after)
    return has_business_word(name) or (" " in name and bool(kind and ESTABLISHMENT.search(kind[1])))


def is_followed(after: str) -> bool:
    """ ", a coffee shop …", " here", " is our ceramics studio", " sells …", " and we run …"."""
    if HERE.match(after) or _WE_DO.match(after) or IS_THE_NAME.match(after) or VERB.match(after):
        return True
    apposition = re.match(r"\W{0,2}\s*(?:,|\.|:|\s[-–—]|\()\s*(?P<rest>[^,.;!?\n]{3,80})", after)
    if apposition is None:
        return bool(
            re.match(r",?\s(?:and |y |et |und |e )?(?:we|i|nosotros|nous|wir|nós|noi|wij)\b", after, _I)
        )
    if re.match(
        r"(?:\d|(?:unit|suite|shop|flat|rue|calle|via|rua|avenida|av\.|c/)\s)", apposition["rest"], _I
    ):
        return True
    trades = find_trades(apposition["rest"])
    article = ARTICLE.match(apposition["rest"])
    placed = bool(article) and any(f"in {c}" in apposition["rest"].casefold() for c in countries_by_city())
    near = placed or (bool(trades) and trades[0].start <= 40)
    we = re.match(
        r"(?:and )?(?:we|i)(?:'re| are| sell| run| make| do| offer| operate|'ve)?\b", apposition["rest"], _I
    )
    return near or bool(article and trades) or bool(we)
