"""Where the name of a business that begins at a place ends."""

from __future__ import annotations

import re

from agents.reading.name_words import LEGAL, LEGAL_END
from cases.fields.cities import countries_by_city
from cases.fields.places import country_named

_I = re.IGNORECASE
_CAP = r"(?:(?:[dl]['’])?[A-ZÀ-ÖØ-ÞẸỌṢĀ-ŽŁ぀-ヿ㐀-鿿가-힯0-9&\"“«#@]|['’](?=n\b))"

_LINK = (
    r"(?:&|\+|and|of|the|de|del|la|las|los|el|le|les|du|des|da|do|dos|das|di|della|dei|degli|von|vom|"
    r"van|der|den|zum|zur|am|im|für|und|et|y|e|i|en|op|'n'?|n'|on|at|in|by|for|à|au|aux|al|alla|a|"
    r"d['’]\w+|l['’]\w+)"
)

_FORM_ASIDE = (
    r"\((?:Pty|haftungsbeschränkt|UK|Ireland|Nigeria|India|Singapore|Private|Pvt|M|S|US|USA|Canada|"
    r"Australia|NZ|SA|Europe|International)\)"
)

NAME_AT = re.compile(
    rf"[\"“«„]?(?P<name>{_CAP}[^\s,;:!?()|⟦]*(?:\s(?:{_LINK}\s){{0,3}}(?:{_FORM_ASIDE}|e\.\s?[UKV]\.?|mbH|"
    rf"{_CAP}[^\s,;:!?()|⟦]*)){{0,8}}(?:, (?:{LEGAL})\b\.?|"
    rf" (?:inc|ltd|llc|gmbh|sarl|ltée|srl|plc)\b\.?)?)",
)

_CASUAL_AT = re.compile(
    r"[\"“«„]?(?P<name>[^\W_][\w'’&.\-]*(?: (?!(?:in|at|on|we|and we|and i|and it|from|based|near|which|"
    r"that|who|is|are|has|have|where|located|selling|sells|its|it's|doing|en|à|bei|em|a partir|y|und wir|"
    r"et nous|use|btw|lol|please|thanks|now|for|with)\b)[\w'’&.\-]+){0,5})"
)

_STOPPERS = re.compile(
    r"\s(?:in|at|on|from|near|by|for|en|à|em|a)\s(?=(?P<place>[^\s,.;]+(?:\s[A-ZÀ-Þ][^\s,.;]*)?))", _I
)


def name_span(text: str, start: int, casual: bool) -> tuple[int, int] | None:
    """The start and end of the name that begins at a place; ``casual``: written in lower case, perhaps."""
    article = (
        re.match(r"(?:the|la|el|le|die|der|das|o|il|het|de)\s(?=[A-ZÀ-Þ])", text[start:])
        if not casual
        else None
    )
    begin = start + (len(firm[0]) if (firm := re.match(r"M/s\.?\s", text[start:], _I)) else 0)
    if article and not text[start].isupper():
        begin = start + article.end()
    match = NAME_AT.match(text, begin)
    if match is None and casual:
        match = _CASUAL_AT.match(text, begin)
    if match is None:
        return None
    end = cut(text, match.start("name"), match.end("name"))
    return (match.start("name"), end) if end - match.start("name") >= 2 else None


def cut(text: str, start: int, end: int) -> int:
    """The end of a name: before a town ("in Austin"), a full stop, or a second sentence."""
    writer = re.search(r"\s(?:and|y|et|und|e|en)\s(?:I|We|Our|My|Yo|Ich|Wir|Io)\b", text[start:end])
    end = start + writer.start() if writer else end
    name = text[start:end]
    sentence_end = re.search(
        r"(?<=[^\s.][^\s.])(?<!\bDr)(?<!\bSt)(?<!\bMr)(?<!\bJr)[.!?]\s|[.]\s(?=[A-Z])(?<!\b(?:St|Mr|Dr|Co|No|Jr)\.\s)",
        name,
    )
    while sentence_end and re.match(rf"(?:{LEGAL})\b", name[sentence_end.end() :]):
        sentence_end = re.compile(r"[.!?]\s").search(name, sentence_end.end())
    if sentence_end and not re.search(rf"\b(?:{LEGAL})\.$", name[: sentence_end.start() + 1]):
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
            if not LEGAL_END.search(name):
                end = start + stop.start()
                break
    trailing = re.search(
        r"\s(?:here|hier|aquí|ici|and|&|y|et|und|e|of|the|de|a|on|in|by|for|at|en)$", text[start:end], _I
    )
    return end - len(trailing[0]) if trailing else end


def clean(name: str) -> str:
    """The name in one line, without quotes and punctuation around it."""
    return re.sub(r"\s+", " ", name).strip(" \"“”«»„'.,:;!?-–—*")
