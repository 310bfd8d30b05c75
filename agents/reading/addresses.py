"""Where the business is: a street with its town, or for a start only the town."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agents.reading.choice import CORRECTION, Candidate
from agents.reading.heard import Heard
from agents.reading.passages import Talk
from agents.reading.scope import clause_at, clauses
from cases.application import Address, FieldName
from cases.fields.address import merge_address, read_parts
from cases.fields.cities import countries_by_city
from cases.fields.places import countries_by_name, countries_of_region, country_named
from cases.fields.streets import LOOSE_STREET, NAMED_STREET, POSTCODE, STREET, UNIT, is_unit

_I = re.IGNORECASE
_POSTCODE = re.compile(rf"(?<![\w⟦/-]){POSTCODE}(?![\w⟧-])", _I)
_PART = re.compile(r"[^,;\n|]+")
_NOT_HERE = re.compile(
    r"\b(?:home address|i live|we live|my house|old (?:address|shop|place|premises)|previous\w*|former\w*|"
    r"moved (?:from|out)|used to be|warehouse|landlord|supplier|accountant|"
    r"storage|branch(?:es)?|second (?:shop|location|site|store)|billing|invoice|mail(?:ing)? address|"
    r"no longer|domicilio particular|vivo en|antes|j'habite|ich wohne|privatadresse|früher|moro em|abito|"
    r"ik woon|oude adres|born|competitor\w*)\b",
    _I,
)
_LABEL = re.compile(
    r"\b(?:address|adress|located|location|premises|registered(?: office)?|office|based|sits?|find us|"
    r"we'?re (?:at|on)|(?:shop|store|studio|place|business) is (?:at|on)|dirección|estamos en|adresse|"
    r"siège|situ[ée]\w*|anschrift|sitz|endereço|indirizzo|sede|adres|gevestigd|put)\b",
    _I,
)
_TOWN_CUE = re.compile(
    r"\b(?:based (?:in|out of)|located in|situated in|out of|here in|over in|up in|down in|in|en|à|in|em|"
    r"a|te|aus|near|around|from|operating (?:in|from)|of)\s+$",
    _I,
)
_MOST_STREETS = 12
"""Nobody has more addresses in one message; a bound on the work that a hostile text makes."""

_UNIT_WORD = re.compile(
    r"\b(?:unit|suite|ste|flat|apt|apartment|floor|level|lvl|shop|office|studio|room|block|blk|building|"
    r"bldg|plot|lot|no|house no|door no|house|door|stall|kiosk|km|bay)\.?[ ]?(?:no\.?[ ]?|#[ ]?)?$",
    _I,
)
_BUILDING = re.compile(r"(?:The )?[A-ZÀ-Þ][\w'’]+(?: [A-ZÀ-Þ][\w'’]+){0,3}")
_NUMBERED = re.compile(
    r"\d|floor|level|house|building|cent(?:re|er)|mall|towers?|court|mills?|chambers|works", _I
)
_TRAILING_WORDS = re.compile(
    r"\s+(?:most|put|please|is|are|it|we|and|our|but|since|where|which|that|the|thanks?|that's|for|with|"
    r"if|by|just|right|as|on|at|i|you|to|has|been|turnover|tel|phone|email|mail|y|et|und|e|our|website|"
    r"revenue)\b.*$",
    _I | re.DOTALL,
)


def read_addresses(talk: Talk, known: Address | None, told: str | None = None) -> list[Heard]:
    """The facts that make up the address, in the order in which they complete each other.

    ``told`` is the country that other facts of the case tell, for an address that names none.
    """
    facts: list[Heard] = []
    address = known
    for candidate in _stated(talk):
        new = candidate.value
        if not isinstance(new, Address):
            continue
        if told and new.line1 and new.country is None and (address is None or address.country is None):
            new = new.model_copy(update={"country": told})
        if _adds_nothing(address, new):
            continue
        better = merge_address(address, new)
        if address and address.line1 and not new.line1 and not _corrects(candidate):
            continue
        if address and address.line1 and new.line1 and not _corrects(candidate) and not _fuller(new, address):
            continue
        address = better
        facts.append(
            Heard(FieldName.ADDRESS, better, candidate.heard(FieldName.ADDRESS).quote, candidate.sentence.seq)
        )
    return _needed(facts, known)


def _corrects(candidate: Candidate) -> bool:
    words = candidate.sentence.text
    asked = FieldName.ADDRESS in candidate.sentence.asked
    return (
        asked
        or bool(CORRECTION.search(words))
        or bool(
            re.search(
                r"\b(?:moved|new address|now at|relocated|nueva dirección|nouvelle adresse|neue adresse|"
                r"umgezogen|novo endereço|nuovo indirizzo|verhuisd)\b",
                words,
                _I,
            )
        )
    )


def _fuller(new: Address, old: Address) -> bool:
    return sum(part is not None for _, part in new) > sum(part is not None for _, part in old)


def _adds_nothing(old: Address | None, new: Address) -> bool:
    return old is not None and all(part is None or part == getattr(old, key) for key, part in new)


def _needed(facts: list[Heard], known: Address | None) -> list[Heard]:
    """Leave out steps that the last one does not build on."""
    if not facts:
        return []
    last = facts[-1]
    stated = last.quote.casefold()
    complete = isinstance(last.value, Address) and all(
        part is None
        or str(part).casefold() in stated
        or key == "country"
        or (known and getattr(known, key) == part)
        for key, part in last.value
    )
    named = {fact.value.country for fact in facts if isinstance(fact.value, Address)}
    return [last] if complete and len(named) == 1 else facts


def _stated(talk: Talk) -> Iterator[Candidate]:
    for said in talk.messages:
        own = [s for s in talk.sentences if s.seq == said.seq]
        if not own:
            continue
        spans = list(_address_spans(said.text, FieldName.ADDRESS in said.asked))
        spans = list(_labelled_span(said.text)) or spans
        found: list[Candidate] = []
        for start, end, address in spans:
            sentence = next((s for s in own if s.start <= start < s.end), None)
            if sentence is None or not _is_own(sentence.text, start - sentence.start):
                continue
            tier = 2 + bool(_LABEL.search(said.text[max(0, start - 60) : start]))
            found.append(Candidate(address, sentence, start, end, tier))
        towns = [] if found else [t for s in own for t in _towns(s, s.text)]
        yield from sorted([*towns, *found], key=lambda c: c.start)[:3]


def _is_own(text: str, at: int) -> bool:
    clause = clause_at(clauses(text), max(0, at))
    before = text[max(0, at - 50) : max(0, at)]
    return not (clause.others or clause.planned or clause.hypothetical or _NOT_HERE.search(before))


def _address_spans(text: str, asked: bool) -> Iterator[tuple[int, int, Address]]:
    done = 0
    for street in _streets(text, asked)[:_MOST_STREETS]:
        if street.start() < done:
            continue
        start = _with_units_before(text, street.start(), done)
        end = _reach(text, street.end())
        address = read_parts(text[start:end].replace("\n", ", "))
        if (
            address is not None
            and address.line1
            and not (
                address.city is None
                and address.postal_code is None
                and not asked
                and not _LABEL.search(text[max(0, start - 40) : start])
            )
        ):
            yield start, end, address
            done = end
    if asked and not done:
        line = _TRAILING_WORDS.sub("", text.strip())
        address = read_parts(line) if re.search(r"\d", line) and "⟦" not in line else None
        if address is not None and (address.city or address.postal_code):
            at = text.find(line)
            yield at, at + len(line), address


_PART_LABEL = re.compile(
    r"^\W*(?P<label>(?:street|address)(?: line ?[12]?)?|line ?[12]|city|town|state|province|region|county|"
    r"zip(?: code)?|post ?code|postal code|country|city[ ,/&]+state[ ,/&]*(?:zip)?|"
    r"straße|strasse|anschrift|plz|ort|plz[ /]ort|stadt|land|calle|dirección|ciudad|provincia|"
    r"código postal|c\.?p\.?|país|rue|adresse|ville|code postal|pays|rua|endereço|cidade|estado|cep|via|"
    r"indirizzo|città|cap|paese|straat|adres|postcode|plaats)\s*[:=]\s*(?P<part>\S.{0,120})$",
    _I | re.MULTILINE,
)


def _labelled_span(text: str) -> Iterator[tuple[int, int, Address]]:
    """An address on several lines with a label each: "Street: …", "City: …", "Zip: …"."""
    lines = list(_PART_LABEL.finditer(text))
    if len(lines) < 2 or "⟦" in text[lines[0].start() : lines[-1].end()]:
        return
    address = read_parts(", ".join(line["part"].strip() for line in lines))
    if address is not None and address.line1 and address.city:
        yield lines[0].start("part"), lines[-1].end("part"), address


def _streets(text: str, asked: bool) -> list[re.Match[str]]:
    found = list(STREET.finditer(text))
    if not found:
        # A number and a name alone are a street only beside a postcode, or where one was asked for.
        found = [
            m for m in LOOSE_STREET.finditer(text) if asked or _POSTCODE.search(text, m.end(), m.end() + 70)
        ]
        found = _followed_by_comma(text, found) or _followed_by_comma(
            text,
            [m for m in NAMED_STREET.finditer(text) if _POSTCODE.search(text, m.end(), m.end() + 50)],
        )
    return [m for m in found if not re.search(r"[$€£⟦]\s?$", text[max(0, m.start() - 2) : m.start()])]


def _followed_by_comma(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    return [m for m in found if "," in text[m.end() : m.end() + 4] or "\n" in text[m.end() : m.end() + 3]]


def _with_units_before(text: str, start: int, floor: int) -> int:
    """Take in "Suite 2017, " or "First Floor, " in front of the street."""
    if word := _UNIT_WORD.search(text[floor:start]):
        start = floor + word.start()
    floor = max(floor, start - 200)
    while (part := _part_before(text, start, floor)) is not None:
        at, unit = part
        if not text[start].isdigit() and _BUILDING.fullmatch(unit):
            start = at
            continue
        match = UNIT.search(unit)
        if match is None or match.end() != len(unit) or not _NUMBERED.search(unit):
            return start
        start = at + match.start()
    return start


def _part_before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """The part that a comma divides from a place in a text, without the words that lead to it."""
    before = re.search(r"(?P<part>[^,\n:(!?]{2,200}),\s*$", text[floor:start])
    if before is None:
        return None
    lead = re.match(
        r".*(?:\b(?:at|is|are|address|in|on|en|office|to)\s+|(?<!\bNo)(?<!\bSt)[.]\s+)", before["part"], _I
    )
    at = floor + before.start("part") + (lead.end() if lead else 0)
    at += len(text[at:start]) - len(text[at:start].lstrip())
    return at, text[at : floor + before.end("part")].rstrip()


def _reach(text: str, end: int) -> int:
    """How far an address goes on behind its street: parts that name units, towns, codes, countries."""
    rest = re.match(r"[^,;\n|]*", text[end:])
    tail = rest[0] if rest else ""
    at = end + _part_length(tail) if tail.strip() else end
    if tail.strip() and _part_length(tail) < len(tail.rstrip()):
        return at
    seen_code = bool(_POSTCODE.search(text[end:at]))
    for _ in range(7):
        gap = re.match(r"[ \t]*(?:,|\n|\|)[ \t]*\n?", text[at:])
        if gap is None:
            return at
        part = _PART.match(text, at + gap.end())
        if part is None:
            return at
        length = _part_length(part[0])
        if length == 0:
            return at
        words = part[0][:length]
        is_code = bool(_POSTCODE.search(words)) and not is_unit(words.strip())
        if not _continues(words, seen_code, is_code, "\n" in gap[0]):
            return at
        at = part.start() + length
        if length < len(part[0].rstrip()):
            return at
        seen_code = seen_code or is_code
        if country_named(words):
            return at
    return at


_PART_STOPS = re.compile(
    r"(?<!\bSt)(?<!\bCo)(?<!\bNo)(?<!\bMt)(?<!\bFt)(?<!\bAv)(?<!\bDr)(?<!\bSta)[.!?]\s|[.!?]\s*$|⟦|"
    r"\s[-–—]\s(?![A-Z]{2}\b)(?!\d)|\((?![A-Z]{2}\))|https?:|www\."
)


def _part_length(part: str) -> int:
    """How much of a part can belong to an address: up to a sentence's end or an ordinary word."""
    stop = _PART_STOPS.search(part)
    length = stop.start() if stop else len(part)
    trailing = _TRAILING_WORDS.search(part[:length])
    length = trailing.start() if trailing else length
    return len(part[:length].rstrip(" .!?"))


def _continues(words: str, seen_code: bool, is_code: bool, new_line: bool) -> bool:
    plain = words.strip()
    if country_named(plain) or (is_code and not (seen_code and _POSTCODE.fullmatch(plain))):
        return not (seen_code and is_code)
    if countries_of_region(plain) or re.fullmatch(r"[^\W\d_]+ \([A-Z]{2}\)|.{2,30}\s[-–]\s[A-Z]{2}", plain):
        return True
    if new_line:
        return bool(is_unit(plain)) and not seen_code
    if seen_code:
        return plain.casefold() in countries_by_city()
    if is_unit(plain) or STREET.fullmatch(plain):
        return True
    # A district or a town is a name of few words, none of them a verb or a number.
    named = re.fullmatch(r"[^\W\d_][\w'’.\-]*(?: [^\W_][\w'’.\-]*){0,4}", plain)
    town_below = any(place in plain.casefold() for place in countries_by_city()) if plain.islower() else False
    return (
        bool(named)
        and (not plain.islower() or town_below)
        and not re.search(r"\b(?:we|been|our|is|are|have|with|sell|open)\b", plain, _I)
    )


def _towns(sentence: object, text: str) -> Iterator[Candidate]:
    """ "a bakery in Savannah, Georgia", "Pocatello Idaho", "in Nantes, France"."""
    from_sentence = sentence
    for match in _town_matches(text):
        start, end = match
        address = read_parts(text[start:end])
        clause = clause_at(clauses(text), start)
        if address is None or clause.others or clause.planned or clause.hypothetical or clause.former:
            continue
        if address.line1 is None and (address.city or address.country):
            yield Candidate(address, from_sentence, from_sentence.start + start, from_sentence.start + end, 1)  # type: ignore[attr-defined]


def _town_matches(text: str) -> Sequence[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    lowered = text.casefold()
    if len(lowered) != len(text):
        return found
    for match in re.finditer(r"[^\W\d_][\w'’.\-]*(?: [^\W\d_][\w'’\-]*){0,2}", text):
        for words in _prefixes(text, match.start()):
            town = text[match.start() : words]
            if town.casefold() not in countries_by_city() or (
                town.casefold()
                in (
                    "reading",
                    "bath",
                    "hove",
                    "mesa",
                    "nice",
                    "tours",
                    "hull",
                    "bray",
                    "ulm",
                    "como",
                    "natal",
                    "santos",
                    "nara",
                    "pau",
                    "cork",
                    "essen",
                    "halle",
                    "aba",
                    "jos",
                    "bari",
                    "lincoln",
                    "perth",
                    "darwin",
                    "victoria",
                    "regina",
                    "salvador",
                    "santiago",
                    "derby",
                    "chester",
                    "durham",
                    "worcester",
                )
                and not town[0].isupper()
            ):
                continue
            end = _with_region(text, words)
            cued = _TOWN_CUE.search(text[max(0, match.start() - 16) : match.start()]) or re.search(
                r",\s*$", text[: match.start()]
            )
            if cued or end > words:
                found.append((match.start(), end))
                return found
    for match in re.finditer(r"(?<=\bin )([A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+){0,2})(?=,? )", text):
        end = _with_region(text, match.end())
        if end > match.end():
            found.append((match.start(), end))
            return found
    for match in re.finditer(r"[A-ZÀ-Þ][\w'’\-]+(?: [A-ZÀ-Þ][\w'’\-]+)?", text):
        end = _with_region(text, match.end())
        if end > match.end() and end >= len(text.rstrip(" .!")):
            found.append((match.start(), end))
            return found
    return found


def _prefixes(text: str, start: int) -> list[int]:
    ends = [
        start + m.end() for m in re.finditer(r"[^\s,.;:!?()]+(?=[\s,.;:!?()]|$)", text[start : start + 40])
    ][:4]
    return ends[::-1]


def _with_region(text: str, end: int) -> int:
    """The end of a region or country that stands behind a town."""
    match = re.match(r",? \(?([^\W\d_][\w.\-]*(?: [^\W\d_][\w\-]*){0,3})", text[end:])
    if match is None:
        return end
    words = match[1].rstrip(".").split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        region = (
            countries_of_region(name)
            and (len(name) > 2 or name.isupper())
            and name.casefold() not in countries_by_city()
        )
        if region or name.casefold() in countries_by_name():
            reached = end + match.start(1) + len(name)
            return _with_region(text, reached) if region else reached
    return end
