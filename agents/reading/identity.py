"""What the business is called, by the ways in which people introduce it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.reading.choice import CORRECTION, Candidate
from agents.reading.heard import Heard
from agents.reading.passages import Sentence, Talk
from agents.reading.scope import clause_at, clauses
from cases.application import FieldName
from cases.fields.cities import countries_by_city
from cases.fields.mcc import find_trades
from cases.fields.names import find_names
from cases.fields.places import countries_of_region, country_named

_I = re.IGNORECASE

_LEGAL = (
    r"Ltd|Limited|LLC|L\.L\.C\.?|Inc|Incorporated|Corp|Corporation|PLC|plc|LLP|GmbH(?: & Co\.? KG)?|AG|KG|"
    r"UG(?: \(haftungsbeschränkt\))?|OHG|OG|GbR|e\.K|e\.V|e\.U|SARL|S\.?A\.?R\.?L|SAS|SASU|EURL|"
    r"S\.A\.S|S\.A|SA|S\.L\.U|SLU|S\.L\.P|S\.L\.L|S\.L|SL|S\.r\.l\.s|S\.r\.l|Srls|Srl|SRL|S\.p\.A|SpA|"
    r"S\.n\.c|S\.a\.s|B\.V|BV|N\.V|NV|VOF|V\.O\.F|Ltda|LTDA|ME|EIRELI|Lda|Pty Ltd|Pty|Pte Ltd|Pte|Pvt Ltd|"
    r"Pvt|Sdn Bhd|K\.K|KK|G\.K|"
    r"Co|Company|CIC|Trust|Foundation|Society|Cooperative|Coop|AB|ApS|A/S|AS|Oy|DAC|C\.B|S\.C|CB|CLG|"
    r"Enterprises"
)
_LEGAL_END = re.compile(rf"(?:\b|(?<= ))(?:{_LEGAL})\.?$")
_CAP = r"(?:[A-ZÀ-ÖØ-ÞẸỌṢĀ-ŽŁ0-9&\"“«#@]|['’](?=n\b))"
_LINK = (
    r"(?:&|\+|and|of|the|de|del|la|las|los|el|le|les|du|des|da|do|dos|das|di|della|dei|degli|von|vom|"
    r"van|der|den|zum|zur|am|im|für|und|et|y|e|i|en|op|'n'?|n'|on|at|in|by|for|à|au|aux|al|alla|a|"
    r"d['’]\w+|l['’]\w+)"
)
_FORM_ASIDE = (
    r"\((?:Pty|haftungsbeschränkt|UK|Ireland|Nigeria|India|Singapore|Private|Pvt|M|S|US|USA|Canada|"
    r"Australia|NZ|SA|Europe|International)\)"
)
_NAME_AT = re.compile(
    rf"[\"“«„]?(?P<name>{_CAP}[^\s,;:!?()|⟦]*(?:\s(?:{_LINK}\s){{0,3}}(?:{_FORM_ASIDE}|e\.\s?[UKV]\.?|mbH|"
    rf"{_CAP}[^\s,;:!?()|⟦]*)){{0,8}})",
)
_CASUAL_AT = re.compile(
    r"[\"“«„]?(?P<name>[^\W_][\w'’&.\-]*(?: (?!(?:in|at|on|we|and we|and i|and it|from|based|near|which|"
    r"that|who|is|are|has|have|where|located|selling|sells|its|it's|doing|en|à|bei|em|a partir|y|und wir|"
    r"et nous|use|btw|lol|please|thanks|now|for|with)\b)[\w'’&.\-]+){0,5})"
)
_STOPPERS = re.compile(
    r"\s(?:in|at|on|from|near|by|for|en|à|em|a)\s(?=(?P<place>[^\s,.;]+(?:\s[A-ZÀ-Þ][^\s,.;]*)?))", _I
)
_BUSINESS = (
    r"(?:company|business|shop|store|firm|restaurant|caf[eé]|studio|brand|salon|agency|practice|clinic|"
    r"bar|pub|gym|outfit|place|charity|bakery|truck|school|startup|organi[sz]ation|entity|trading|legal|"
    r"registered|merchant|account|empresa|negocio|tienda|restaurante|sociedad|entreprise|société|"
    r"boutique|magasin|firma|unternehmen|laden|geschäft|betrieb|loja|azienda|negozio|ditta|bedrijf|"
    r"winkel|zaak|librería|ferretería|libreria)"
)

_LABEL = re.compile(
    r"^\W*(?:(?:legal|trading|registered|business|company|merchant|shop|store|brand|firm|dba|trade|"
    r"full legal)[ /]*)*(?:name(?: of (?:the )?(?:business|company|shop|firm|merchant))?|business|company|"
    r"merchant|dba|entity|"
    r"nombre(?: comercial| de la empresa| del negocio)?|razón social|empresa|raison sociale|"
    r"nom(?: commercial| de l'entreprise| de la société)?|société|entreprise|enseigne|firma|firmenname|"
    r"firmierung|unternehmen|name der firma|"
    r"nome(?: fantasia| da empresa| comercial)?|razão social|empresa|ragione sociale|azienda|ditta|"
    r"nome dell'azienda|bedrijfsnaam|handelsnaam|bedrijf|naam|屋号|会社名)\s*[:=]\s*",
    _I,
)
_CALLED = re.compile(
    r"\b(?:called|calld|caled|named|known as|go by(?: the name(?: of)?)?|goes by|trading as|trade as|"
    r"trades as|t/a|d/?b/?a|doing business as|under the name(?: of)?|name(?:'s| is| of (?:the |"
    r"our )?\w+ is| will be| would be)|"
    r"(?:use|put)(?: the name)?(?= [A-Z])|se llama|llamad[oa]|nombre es|nos llamamos|denominad[oa]|"
    r"s'appelle|appelée?|nommée?|nom est|intitulée?|heißt|heisst|heißen|heissen|namens|genannt|nennt sich|"
    r"nennen uns|name ist|name lautet|"
    r"chamad[oa]|se chama|chama-se|nome é|nos chamamos|si chiama|chiamat[oa]|ci chiamiamo|nome è|heet|"
    r"heten|genaamd|naam is)[\s:]+(?:now |actually |simply |just )?",
    _I,
)
_PERSON_CALLED = re.compile(
    r"\b(?:my (?:full |own )?name(?:'s| is)|i'?m called|i am called|me llamo|mi nombre es|je m'appelle|"
    r"mon nom est|mein name ist|ich heiße|meu nome é|me chamo|mi chiamo|il mio nome è|mijn naam is|"
    r"ik heet|(?:his|her|their|owner'?s|contact) name(?:'s| is)|full names?.{0,12})[\s:]+$",
    _I,
)
_INTRO = re.compile(
    r"(?:\b(?:we are|we're|were|we r|this is|it is|it's|here is|i(?:'m| am) (?:the )?(?:owner|founder|"
    r"director|manager|proprietor|md|ceo) (?:of|at)|owner of|founder of|on behalf of|i (?:run|own|have|"
    r"manage|operate|started|opened)|we (?:run|own|have|operate|opened|manage)|calling from|writing from|"
    r"i'm \w+ (?:\w+ )?(?:from|of|at|with)|\w+ (?:\w+ )?(?:here )?(?:from|of)|speaking for|"
    r"represent(?:ing|o a|amos a)?|running|managing|titolare d(?:i|ell[ao]|el)|dueñ[oa] del?|"
    r"propietari[oa] del?|gérante? d(?:e|u)|inhaber(?:in)? (?:von|der|des)|don[oa] d[aeo]|eigen(?:aar|"
    r"aresse) van|(?:it|this) is now|it's now|now called|"
    r"somos|soy .{2,40} de|llevo|tengo|tenemos|regento|nous sommes|c'est|je (?:gère|tiens|dirige|"
    r"suis .{2,40} de)|ici|wir sind|hier ist|hier|ich (?:führe|betreibe|leite|bin .{2,40} von)|"
    r"wir betreiben|"
    r"aqui é|tenho|sou .{2,40} d[ao]|siamo|sono .{2,40} di|gestisco|abbiamo|wij zijn|we zijn|dit is|"
    r"ik ben .{2,40} van)\s|\b(?:titolare dell|gérante? de l|propriétaire de l|c'est l|sono dell|siamo l|"
    r"nous sommes l)['’])(?:now |called |actually )?(?:(?-i:the|la|el|los|le|les|l'|die|der|das|a|o|as|os|"
    r"il|lo|gli|het|de)\s)?",
    _I,
)
_HERE = re.compile(r"\s(?:here|hier|aquí|ici|aqui|qui)\b", _I)
_GREETING = re.compile(
    r"^\W*(?:(?:hi+|hello+|hey+|hiya|hallo|howdy|yo|oi|olá|ola|hola|buenas(?: tardes| noches)?|"
    r"buenos días|bonjour|bonsoir|salut|guten (?:tag|morgen|abend)|moin|servus|grüß gott|ciao|buongiorno|"
    r"buonasera|goedemorgen|goedemiddag|goedendag|hoi|dag|namaste|namaskar|konnichiwa|g'day|gidday|"
    r"dear \w+|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|bom dia|boa (?:tarde|"
    r"noite)|greetings|"
    r"so|ok|okay|right|anyway|well|alright|sure|yes|hi there|there|team|all|everyone|folks|again|"
    r"onboarding(?: team)?|sir|madam|a todos|à tous|zusammen|tudo bem|from \w+|"
    r"\w+-based)\b[\s,.!:–—-]*){1,4}",
    _I,
)
_IS_THE_NAME = re.compile(
    r"\s(?:is (?:the|our|my) (?:name|company|business|shop|trading name|\w+ (?:studio|shop|store|salon|"
    r"company|brand|business|practice|bar|school))|is what (?:we're|it's) called|is our\b|es nuestr[oa]|"
    r"est notre|ist unser\w*|é (?:a |o )?noss[ao]|è (?:la |il )?nostr[oa]|is onze?)",
    _I,
)
_VERB = re.compile(
    r"\s(?:sells?|makes?|is an?|are an?|offers?|provides?|runs?|operates?|does|specialis\w+|specializ\w+|"
    r"delivers?|imports?|builds?|creates?|designs?|rents?|teaches|repairs?|vende|hace|es una?|vend|"
    r"fabrique|est une?|verkauft|ist ein\w*|macht|bietet|é uma?|vende|è una?|verkoopt|is een)\s",
    _I,
)
_ARTICLE = re.compile(r"^\W{0,3}(?:an?|the|our|un[ae]?|une|ein\w*|uma?|een|el|la|le|il|o|nuestr[oa])\s", _I)


def read_name(talk: Talk, known: str | None = None) -> Heard | None:
    """The merchant's name: the plainest statement, the first of equals, or what a correction says.

    Where one is ``known`` from earlier messages, only a plain statement takes its place.
    """
    found = [c for sentence in talk.sentences for c in _names(sentence) if known is None or c.tier >= 4]
    if not found:
        return None
    corrected = [
        c
        for c in found
        if c.tier >= 4 and CORRECTION.search(c.sentence.text) and c.sentence.order > found[0].sentence.order
    ]
    best = max(c.tier for c in found)
    chosen = corrected[-1] if corrected else next(c for c in found if c.tier == best)
    return chosen.heard(FieldName.MERCHANT_NAME)


def _names(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    asked = FieldName.MERCHANT_NAME in sentence.asked
    parts = clauses(text)
    for start, tier, casual in _places(sentence, asked):
        clause = clause_at(parts, min(start, max(len(text) - 1, 0)))
        if clause.others or clause.hypothetical or clause.former:
            continue
        if sentence.asked and not asked and tier < 4:
            continue
        span = _name_span(text, start, casual)
        if span and _is_business_name(text, *span, tier):
            value = _clean(text[span[0] : span[1]])
            at = sentence.start + span[0]
            yield Candidate(value, sentence, at, at + len(text[span[0] : span[1]].rstrip()), tier)
    yield from _apart(sentence)


def _places(sentence: Sentence, asked: bool) -> Iterator[tuple[int, int, bool]]:
    """Where in a sentence a name may begin, how plainly that is said, and whether case can be trusted."""
    text = sentence.text
    if label := _LABEL.match(text):
        yield label.end(), 6, True
        return
    casual = not re.search(r"\b[A-ZÀ-Þ]\w", text[1:])
    for match in _CALLED.finditer(text):
        if not _PERSON_CALLED.search(text[: match.end()]):
            yield (
                match.end(),
                5,
                casual
                or bool(re.search(r"called|calld|named|llama|appelle|heißt|chama|chiama|heet", match[0], _I)),
            )
    for match in re.finditer(
        rf"\b(?:our|my|the)(?: \w+)? {_BUSINESS}(?: name)?(?:'s| is)(?: called| named)?\s|"
        rf"\b{_BUSINESS}(?:'s)? (?:name )?(?:is|are)(?: called)?\s",
        text,
        _I,
    ):
        yield match.end(), 5 if "called" in match[0] else 4, False
    if asked:
        yield _after_filler(text), 5, True
    greeting = _GREETING.match(text)
    begin = greeting.end() if greeting else 0
    for match in _INTRO.finditer(text):
        yield match.end(), 3, False
    if colon := re.match(r"[^:\n]{2,30}:\s", text[begin:]):
        yield begin + colon.end(), 2, False
    if casual and re.match(r"[\w'’&.\-]+(?: [\w'’&.\-]+){0,4} here\b", text[begin:]):
        yield begin, 3, True
    yield begin, 2, False


def _after_filler(text: str) -> int:
    match = re.match(
        r"^\W*(?:(?:it'?s|it is|its|that'?s|that would be|we'?re|we are|sure|ok|okay|yes|yep|the name is|"
        r"our name is|name is|called|it'?s called|we are called|we'?re called|registered as|se llama|es|"
        r"c'est|das ist|wir heißen|é|è|het is)[\s,:]+){1,4}",
        text,
        _I,
    )
    return match.end() if match else 0


def _name_span(text: str, start: int, casual: bool) -> tuple[int, int] | None:
    article = (
        re.match(r"(?:the|la|el|le|die|der|das|o|il|het|de)\s(?=[A-ZÀ-Þ])", text[start:])
        if not casual
        else None
    )
    begin = start
    if article and not text[start].isupper():
        begin = start + article.end()
    match = _NAME_AT.match(text, begin)
    if match is None and casual:
        match = _CASUAL_AT.match(text, begin)
    if match is None:
        return None
    end = _cut(text, match.start("name"), match.end("name"))
    return (match.start("name"), end) if end - match.start("name") >= 2 else None


def _cut(text: str, start: int, end: int) -> int:
    """The end of a name: before a town ("in Austin"), a full stop, or a second sentence."""
    writer = re.search(r"\s(?:and|y|et|und|e|en)\s(?:I|We|Our|My|Yo|Ich|Wir|Io)\b", text[start:end])
    end = start + writer.start() if writer else end
    name = text[start:end]
    sentence_end = re.search(r"(?<=[^\s.][^\s.])[.!?]\s|[.]\s(?=[A-Z])(?<!\b(?:St|Mr|Dr|Co|No|Jr)\.\s)", name)
    while sentence_end and re.match(rf"(?:{_LEGAL})\b", name[sentence_end.end() :]):
        sentence_end = re.compile(r"[.!?]\s").search(name, sentence_end.end())
    if sentence_end and not re.search(rf"\b(?:{_LEGAL})\.$", name[: sentence_end.start() + 1]):
        end = start + sentence_end.start()
    elif sentence_end:
        end = start + sentence_end.start() + 1
    name = text[start:end]
    for stop in _STOPPERS.finditer(name):
        place = stop["place"].casefold().strip(".")
        if place in countries_by_city() or country_named(place) or place.split(" ")[0] in countries_by_city():
            end = start + stop.start()
            break
    else:
        for stop in re.finditer(r"\s(?:in|at|from|near|bei|em)\s", name):
            if not _LEGAL_END.search(name):
                end = start + stop.start()
                break
    trailing = re.search(
        r"\s(?:here|hier|aquí|ici|and|&|y|et|und|e|of|the|de|a|on|in|by|for|at|en)$", text[start:end], _I
    )
    return end - len(trailing[0]) if trailing else end


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" \"“”«»„'.,:;!?-–—*")


def _is_business_name(text: str, start: int, end: int, tier: int) -> bool:
    name = _clean(text[start:end])
    after = text[end:]
    if (
        len(name) < 2
        or not re.search(r"[^\W_]", name)
        or name.casefold() in countries_by_city()
        or country_named(name)
    ):
        return False
    if (
        countries_of_region(name)
        or _is_plain_word(name, tier)
        or "⟦" in name
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
    marked = bool(_LEGAL_END.search(name))
    if _mostly_trade(name) and not marked and tier < 3:
        return False
    followed = _is_followed(after) or _in_town(after, name)
    if tier == 3:
        followed = followed or bool(
            re.match(r",\s(?:an?|the|un[ae]?|une|eine?|uma?|een)\s", after) and " " in name
        )
        return not _is_person(text, start, name) and (
            marked or followed or (_has_business_word(name) and not _mostly_trade(name))
        )
    return (marked and bool(re.match(r"\W*$|[,.:]|\s[-–—]", after))) or followed


def _after_trade(sentence: Sentence) -> Iterator[Candidate]:
    """ "our family butchers, Prendergast Meats", "My practice, Fischer Dermatology PA, is at …"."""
    text = sentence.text
    places = [(trade.start, trade.end) for trade in find_trades(text)]
    places += [match.span() for match in re.finditer(rf"\b{_BUSINESS}\b", text, _I)]
    for trade_start, trade_end in places:
        before = text[max(0, trade_start - 30) : trade_start]
        comma = re.match(r",\s(?=[A-ZÀ-Þ])", text[trade_end:])
        if comma is None or not re.search(
            r"\b(?:our|my|for|nuestr[oa]|mi|notre|mon|ma|unser\w*|mein\w*|noss[oa]|minha|meu|nostr[oa]|"
            r"mi[ao]|onze|mijn)\s(?:[\w-]+\s){0,2}$",
            before,
            _I,
        ):
            continue
        span = _name_span(text, trade_end + comma.end(), False)
        if (
            span
            and _is_business_name(text, *span, 4)
            and re.match(r"[,.\n]|$|\s(?:in|at)\b", text[span[1] :])
        ):
            yield Candidate(
                _clean(text[slice(*span)]), sentence, sentence.start + span[0], sentence.start + span[1], 3
            )


def _in_town(after: str, name: str) -> bool:
    """ "Driftwood Hostel, Byron Bay": a name with a trade in it and the town behind it."""
    town = re.match(r",\s([^,.;!?\n]{2,30})", after)
    return bool(town and town[1].strip().casefold() in countries_by_city()) and _has_business_word(name)


def _is_apposed(after: str, name: str) -> bool:
    """Whether "…, a motorcycle workshop" follows: what is a workshop or a shop is no person."""
    if not re.match(r"\s?[,–—-]\s", after) or not _is_followed(after):
        return False
    kind = re.match(r"\W+(?:an? |the |our |un[ae]? |une |ein\w* |uma? |een )?([^,.;!?]{3,60})", after)
    return _has_business_word(name) or (" " in name and bool(kind and _ESTABLISHMENT.search(kind[1])))


_ESTABLISHMENT = re.compile(
    r"\b(?:\w*shop|\w*store|workshop|studio|restaurant|caf[eé]|company|agency|clinic|practice|bar|pub|"
    r"salon|hotel|hostel|brand|gallery|bakery|school|gym|firm|manufacturer|platform|marketplace|brewery|"
    r"roastery|"
    r"business|charity|centre|center|label|startup|venue|garage|spa|retailer|club|surgery|nursery|tienda|"
    r"taller|restaurante|peluquería|empresa|librairie|boutique|magasin|atelier|salon|boulangerie|laden|"
    r"geschäft|werkstatt|"
    r"restaurant|loja|oficina|padaria|negozio|officina|bottega|panetteria|winkel|bedrijf|zaak)s?\b",
    _I,
)


def _is_followed(after: str) -> bool:
    """ ", a coffee shop …", " here", " is our ceramics studio", " sells …", " and we run …"."""
    if _HERE.match(after) or _IS_THE_NAME.match(after) or _VERB.match(after):
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
    article = _ARTICLE.match(apposition["rest"])
    placed = bool(article) and any(f"in {c}" in apposition["rest"].casefold() for c in countries_by_city())
    near = placed or (bool(trades) and trades[0].start <= 40)
    we = re.match(
        r"(?:and )?(?:we|i)(?:'re| are| sell| run| make| do| offer| operate|'ve)?\b", apposition["rest"], _I
    )
    return near or bool(article and trades) or bool(we)


def _is_plain_word(name: str, tier: int) -> bool:
    plain = name.casefold().strip(" .!")
    return plain in _PLAIN or (tier < 5 and bool(_BEGINNINGS.match(plain)))


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


def _is_person(text: str, start: int, name: str) -> bool:
    before = text[max(0, start - 24) : start]
    speaks = re.search(
        r"\b(?:i'?m|i am|this is|it'?s|soy|je suis|ich bin|sou|sono|ik ben|here is|with)\s$", before, _I
    )
    name = re.split(r"\s(?:of|from|at|with|von|van|de|di|da|de la)\s(?=.*(?:&|\b\w{4}))", name)[0]
    words = name.split()
    return (
        bool(speaks)
        and 1 <= len(words) <= 3
        and not _has_business_word(name)
        and all(w[:1].isupper() for w in words)
    )


def _has_business_word(name: str) -> bool:
    if _LEGAL_END.search(name) or "&" in name or find_trades(name):
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
            r"bottega|officina|winkel|huis)\b",
            name,
            _I,
        )
    )


def _mostly_trade(name: str) -> bool:
    """Whether the words are only a line of business, as "Crypto exchange" or "Coffee shop"."""
    covered = sum(t.end - t.start for t in find_trades(name))
    return covered >= len(name) - 2 and not any(w[0].isupper() for w in name.split()[1:])


def _apart(sentence: Sentence) -> Iterator[Candidate]:
    """A name with a legal form that stands by itself: under a mail, or in an apposition."""
    text = sentence.text
    parts = clauses(text)
    for name in find_names(text):
        match = _NAME_AT.match(text, name.start)
        if match is None:
            continue
        end = _cut(text, match.start("name"), match.end("name"))
        value = _clean(text[match.start("name") : end])
        clause = clause_at(parts, name.start)
        shares = re.match(r"\W{0,3}\s*\(?\d{1,3}(?:[.,]\d+)?\s?(?:%|percent)?", text[end:])
        owning = re.search(
            r"\b(?:own\w*|sharehold\w*|gesellschafter\w*|soci\w*|associ\w*|stake|belongs to|holds|inhaber|"
            r"held by|invest\w*|formerly|previously|old|worked (?:at|for)|accountants?|supplier|landlord|"
            r"bank)\b",
            text[: name.start][-60:],
            _I,
        )
        if clause.others or clause.former or shares or owning:
            continue
        if _LEGAL_END.search(value) and len(value.split()) > 1:
            tier = 4 if sentence.in_signature else 1
            yield Candidate(value, sentence, sentence.start + match.start("name"), sentence.start + end, tier)
        elif re.match(
            r"\sis what (?:we're|we are|it's) called|\sis (?:the|our) (?:trading |business |company )?name\b",
            text[end:],
        ):
            yield Candidate(value, sentence, sentence.start + match.start("name"), sentence.start + end, 4)
        elif _is_apposed(text[end:], value):
            yield Candidate(value, sentence, sentence.start + match.start("name"), sentence.start + end, 2)
    yield from _after_trade(sentence)
    between = re.search(
        r"(?:we are|we're|we run|i run|it's|i have|i own|we have|somos|tenemos|tengo|tenho|temos|ho|"
        r"abbiamo|nous sommes|wir sind|wir betreiben|somos|siamo|wij zijn) (?:an?|un[ae]?|une|eine?|uma?|"
        r"een) [^,.]{3,50}, (?:(?-i:the|la|el|le|der|die|das|a|o|il|de|het) |l')?(?=(?-i:[A-ZÀ-Þ]))",
        text,
        _I,
    )
    if between:
        span = _name_span(text, between.end(), False)
        if (
            span
            and re.match(r"[,.\n]|$|\s(?:in|at|,)", text[span[1] :])
            and _is_business_name(text, *span, 4)
        ):
            yield Candidate(
                _clean(text[slice(*span)]), sentence, sentence.start + span[0], sentence.start + span[1], 3
            )
