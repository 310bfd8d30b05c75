"""Owners and their shares: "me 65 and Shaz 35", "fifty fifty", "the sole owner, Dale Whitcomb"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from pydantic import ValidationError

from cases.application import FieldName, Owner
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.fields.names import COMPANY, find_names, is_word_of_a_name
from cases.fields.numbers import find_numbers
from cases.fields.owner_words import CUE, EQUAL, FRACTIONS, INTRODUCTION, NONE, PERCENT, REST, SELF, SOLE
from cases.fields.wording import squeezed, words_of

_SPLIT = re.compile(
    r"(?<![\d/.\-⟦_])\d{1,3}(?:[.,]\d+)?\s?%?(?:\s?[/:]\s?\d{1,3}(?:[.,]\d+)?\s?%?){1,7}(?![\d/\-])|"
    r"(?<![\d/.\-])\d{2}-\d{2}(?![\d\-])"
)
_SPLIT_IN_WORDS = re.compile(r"(?<=\bsplit )\d{2}[ ,]{1,2}\d{2}(?![\d%])", re.IGNORECASE)
_TOKEN = re.compile(r"⟦[^⟧\n]*⟧")
"""What stands for a sensitive value; its number is nobody's share."""
_FULL_NAMES = re.compile(
    r"full names?|names? (?:are|is)\b|nombres completos|noms? complets?|volle[nr]? namen?|nomes completos|"
    r"nomi completi|volledige namen",
    re.IGNORECASE,
)


@dataclass
class _Item:
    start: int
    end: int
    kind: Literal["name", "self", "share", "rest"]
    text: str = ""
    share: float | None = None


_CASUAL_NAME = re.compile(
    r"\b(?:my name is|my name's|me llamo|je m'appelle|ich heiße|mein name ist|me chamo|mi chiamo|"
    r"mijn naam is|ik heet)\s+"
    r"(?P<name>[^\W\d_]+(?:[ \-][^\W\d_]+){1,2})(?=[,.\n;]|\s(?:and|from|y|et|und|of)\b|$)",
    re.IGNORECASE,
)


def introduced(text: str) -> str | None:
    """The name by which the writer introduces themselves ("I'm Tessa Okafor"), if a person's."""
    casual = _CASUAL_NAME.search(text)
    if casual and all(is_word_of_a_name(word) for word in re.split(r"[ \-]", casual["name"])):
        return casual["name"]
    for match in INTRODUCTION.finditer(text):
        for name in find_names(text[match.end() : match.end() + 80]):
            lead = text[match.end() : match.end() + name.start].strip(" .")
            if (
                (
                    name.start <= 1
                    or lead
                    in ("Dr", "Mr", "Mrs", "Ms", "Herr", "Frau", "Prof", "a", "la", "el", "der", "die")
                )
                and " " in name.text
                and not name.is_company
            ):
                return name.text
    return None


def read_owners(
    text: str, *, writer: str | None = None, known: Sequence[Owner] = (), asked: bool = False
) -> tuple[Owner, ...]:
    """The owners that a text states, () if none; ``writer`` is who "I" is, ``known`` those so far."""
    if len(text) > 4000 or NONE.search(text):
        return ()
    text = _TOKEN.sub(lambda token: "…" * len(token[0]), text)
    writer = introduced(text) or writer
    items = _items(text, asked)
    shares = _listed_shares(text)
    _share_surnames(text, items)
    names = [item for item in items if item.kind in ("name", "self")]
    if shares:
        return _in_order(shares, names, writer, known)
    if (equal := EQUAL.search(text)) and len(_distinct(names, writer)) > 1:
        people = _distinct(_beside_equal(text, names, equal), writer)
        return _owners([(name, round(100 / len(people), 2)) for name in people])
    paired = _paired(text, items, writer)
    if paired:
        full = _with_full_names(text, paired, items, known)
        plain = asked or PERCENT.search(text) or all(" " in name for name, _ in full)
        return _owners(full) if plain else ()
    if SOLE.search(text):
        return _sole(text, names, writer)
    if asked or CUE.search(text):
        return _owners([(name, None) for name in _named_as_owners(text, names, writer, asked)])
    return ()


_BEFORE = re.compile(
    r"(?:^|[,.:;(–-]|\b(?:me|i'm|im|i am|is|are|r|and|between|dad|mum|mom|brother|sister|wife|husband|"
    r"partner|mate|fella|"
    r"kid|owner|owners|by|y|et|und|e|soy|ich bin))\W*$"
)
_AFTER = re.compile(
    r"\s?(?:$|[,.(;–⟦-]|\d|i\b|and\b|owns?\b|has\b|have\b|holds?\b|is the owner|y\b|et\b|und\b|e\b|half\b|"
    r"each\b)"
)


def _is_set_off(text: str, item: _Item) -> bool:
    """Whether a row of words in lower case stands where a name would: "me callum reid and …"."""
    plain = len(item.text.split()) == 2 and _BEFORE.search(text[: item.start])
    return bool(plain and _AFTER.match(text[item.end :]))


def _beside_equal(text: str, names: list[_Item], equal: re.Match[str]) -> list[_Item]:
    """The people who share alike: those listed right behind the words for it, or right before them."""
    for row in (
        _row(text, [n for n in names if n.start >= equal.end()], equal.end()),
        _row_back(text, names, equal),
    ):
        if len(row) > 1:
            return row
    return names


def _row(text: str, names: list[_Item], at: int) -> list[_Item]:
    row: list[_Item] = []
    for item in names:
        if not _JOINED.fullmatch(text[at : item.start]):
            break
        row.append(item)
        at = item.end
    return row


def _row_back(text: str, names: list[_Item], equal: re.Match[str]) -> list[_Item]:
    row: list[_Item] = []
    at = equal.start()
    for item in reversed([name for name in names if name.end <= equal.start()]):
        if not _JOINED.fullmatch(text[item.end : at]):
            break
        row.insert(0, item)
        at = item.start
    return row


_JOINED = re.compile(r"[^.!?\d\n]{0,30}")
"""What may stand between the names of people who share."""


def _items(text: str, asked: bool) -> list[_Item]:
    names = _kept([_Item(name.start, name.end, "name", name.text) for name in find_names(text)], text)
    if asked or re.search(r"\b(?:owners?|shareholders?|partners?)\b\s*[:=]", text, re.IGNORECASE):
        names += [item for item in _lower_case_names(text) if not _overlaps(item, names)]
    elif not re.search(r"[A-ZÀ-Þ]", _TOKENS.sub("", text.removeprefix("I "))) and (
        CUE.search(text) or EQUAL.search(text)
    ):
        names += [item for item in _lower_case_names(text) if _is_set_off(text, item)]
    selves = [_Item(m.start(), m.end(), "self") for m in SELF.finditer(text)]
    found = [*names, *(item for item in selves if not _overlaps(item, names)), *_shares(text, asked)]
    return _with_writer_merged(text, sorted(found, key=lambda item: item.start))


_TOKENS = re.compile(r"⟦\w+⟧|\b[\w.+-]+@[\w.-]+")
_SORRY = re.compile(
    r"\W+(?:(?:no|wait|oh|ah)\W+){0,2}(?:sorry|i mean|i meant|make that|rather|correction|pardon|perdón|digo|"
    r"désolée?|entschuldigung|ich meine|scusa\w*|anzi|desculpe?|aliás|excuus)\W+",
    re.IGNORECASE,
)
"""Between two names: the second takes the first one's place."""


def _kept(names: list[_Item], text: str) -> list[_Item]:
    """The names without those that were taken back: "Jon Smith, sorry, John Smyth"."""
    gone = [one for one, other in pairwise(names) if _SORRY.fullmatch(text, one.end, other.start)]
    return [name for name in names if name not in gone]


def lists_shares(text: str) -> bool:
    """Whether a text is only names with numbers that add up to 100: "Tom Becker 60, Lisa Becker 40"."""
    rest = text
    names = [name for name in find_names(text) if " " in name.text]
    for name in names:
        rest = rest.replace(name.text, " ", 1)
    numbers = [float(number) for number in re.findall(r"\d{1,3}(?:\.\d+)?", rest)]
    rest = re.sub(r"^\s*[^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2}\s?[:–-]", " ", rest)
    plain = re.fullmatch(r"(?:[\s\d.,;/&%():=\-–+]|\b(?:and|y|et|und|e|en|the)\b){3,}", rest)
    return len(names) >= 2 and len(numbers) == len(names) and bool(plain) and 99 <= sum(numbers) <= 100.5


def _overlaps(item: _Item, others: list[_Item]) -> bool:
    return any(item.start < other.end and other.start < item.end for other in others)


def _lower_case_names(text: str) -> list[_Item]:
    """Two to four words in a row that can be a name, where the question or a label asks for names."""
    found: list[_Item] = []
    run: list[re.Match[str]] = []
    for word in [*re.finditer(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", text), None]:
        joined = word is not None and (not run or text[run[-1].end() : word.start()] == " ")
        if word is not None and joined and is_word_of_a_name(re.sub(r"['’\-]", "", word[0])):
            run.append(word)
            continue
        if 2 <= len(run) <= 4:
            start, end = run[0].start(), run[-1].end()
            found.append(_Item(start, end, "name", text[start:end]))
        run = [word] if word is not None and is_word_of_a_name(word[0]) else []
    return found


def _shares(text: str, asked: bool) -> list[_Item]:
    found = [_Item(m.start(), m.end(), "rest") for m in REST.finditer(text)]
    for quantity in find_numbers(text):
        percent = PERCENT.match(text, quantity.end)
        bare = (
            asked
            or lists_shares(text)
            or CUE.search(text)
            or SELF.search(text[max(0, quantity.start - 4) : quantity.start])
        )
        bare = bare or (PERCENT.search(text) and _REMAINING.search(text[: quantity.start]))
        fits = 1 <= quantity.value <= 100 and quantity.scale == 1
        if fits and (percent or (bare and _is_bare_share(text, quantity.start, quantity.end))):
            end = percent.end() if percent else quantity.end
            found.append(_Item(quantity.start, end, "share", share=quantity.value))
    found += [
        _Item(m.start(), m.end(), "share", share=FRACTIONS[name])
        for pattern, name in _FRACTION_PATTERNS
        for m in pattern.finditer(text)
    ]
    for match in _DIGIT_FRACTION.finditer(text):
        whole = [item for item in found if item.end <= match.start() or item.start >= match.end()]
        share = round(100 * int(match[1]) / int(match[2]), 2)
        found = [*whole, _Item(match.start(), match.end(), "share", share=share)]
    for rest in [item for item in found if item.kind == "rest"]:
        found = [
            item for item in found if item is rest or not (item.start < rest.end and rest.start < item.end)
        ]
    return found


_REMAINING = re.compile(
    r"\b(?:remaining|other|restliche\w*|übrige\w*|restantes?|restants?|rimanent[ei]|overige)\s$",
    re.IGNORECASE,
)
_DIGIT_FRACTION = re.compile(r"(?<![\d/.,])([1-5])/([2-9])(?![\d/])")
_FRACTION_PATTERNS = [(re.compile(words, re.IGNORECASE), words) for words in FRACTIONS]


def _is_bare_share(text: str, start: int, end: int) -> bool:
    """A bare number counts as a share behind a name ("Shaz 35"), not before a unit ("35 years")."""
    after = text[end : end + 12]
    return not re.match(
        r"\s?(?:years?|yrs?|k\b|m\b|€|\$|£|of us|people|persons|partners|owners|socios|socias|"
        r"shareholders|points|años|ans|jahre|us\b|st\b|th\b|nd\b)",
        after,
        re.I,
    ) and not re.search(
        r"[$€£#⟦\-/]\s?$|\b(?:since|in|of the|suite|unit|no\.?|aged?)\s$",
        text[max(0, start - 8) : start],
        re.I,
    )


def _with_writer_merged(text: str, items: list[_Item]) -> list[_Item]:
    """ "only me, Hector Villaseñor", "mine (Beatriz …)", "I'm Tessa …": one person, not two."""
    merged: list[_Item] = []
    for item in items:
        before = merged[-1] if merged else None
        if (
            before
            and before.kind == "self"
            and item.kind == "name"
            and _same_person(text[before.end : item.start])
        ):
            merged[-1] = _Item(before.start, item.end, "name", item.text)
        elif (
            before
            and before.kind == "name"
            and item.kind == "self"
            and re.fullmatch(r"\s?[(,]\s?(?:that'?s |so )?", text[before.end : item.start])
        ):
            before.end = item.end
        else:
            merged.append(item)
    return merged


def _same_person(between: str) -> bool:
    return bool(
        re.fullmatch(
            r"\s?(?:[,:(–-]|\s-)\s?(?:i am |i'm |soy |that is )?(?:(?:dr|mr|mrs|ms|prof)\.? )?|\s",
            between,
            re.IGNORECASE,
        )
    )


def _share_surnames(text: str, items: list[_Item]) -> None:
    """ "Wes and Ruth Hallam" are Wes Hallam and Ruth Hallam."""
    for first, second in pairwise([item for item in items if item.kind == "name"]):
        joined = re.fullmatch(r"\s(?:and|&|y|et|und|e|en)\s", text[first.end : second.start])
        if joined and " " not in first.text and len(second.text.split()) == 2:
            first.text = f"{first.text} {second.text.split()[1]}"


def _listed_shares(text: str) -> list[float]:
    """ "60/40", "30 / 35 / 35": shares in the order of the names; they must add up to 100."""
    for match in (*_SPLIT.finditer(text), *_SPLIT_IN_WORDS.finditer(text)):
        shares = [float(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", match[0])]
        if 98 <= sum(shares) <= 100.5:
            return shares
    return []


def _in_order(
    shares: list[float], names: list[_Item], writer: str | None, known: Sequence[Owner]
) -> tuple[Owner, ...]:
    people = _distinct(names, writer)
    matching = [n for n in people if " " in n] if len(people) != len(shares) else people
    if len(matching) == len(shares):
        full = [_full_name(name, known) for name in matching]
        return _owners(list(zip(full, shares, strict=True)))
    if len(known) == len(shares):
        return _owners([(owner.name, share) for owner, share in zip(known, shares, strict=True)])
    return ()


def _distinct(names: list[_Item], writer: str | None) -> list[str]:
    found: list[str] = []
    for item in names:
        name = item.text if item.kind == "name" else writer
        if name and not any(_is_part(name, other) for other in found):
            found = [other for other in found if not _is_part(other, name)] + [name]
    return found


def _is_part(short: str, full: str) -> bool:
    """Whether a name is another one's first or last part, or the same."""
    return set(words_of(short)) <= set(words_of(full))


def _paired(text: str, items: list[_Item], writer: str | None) -> list[tuple[str | None, float]]:
    """Names with their shares; None for a writer whose name is not known."""
    items = [item for item in items if item.kind != "self" or _may_own(text, item)]
    shares = [item for item in items if item.kind in ("share", "rest")]
    if not shares or not any(item.kind in ("name", "self") for item in items):
        return []
    share_first = items[0].kind in ("share", "rest") and not _colon_between(text, items)
    ordered = items[::-1] if share_first else items
    if each := _each(shares, items):
        return [
            (item.text if item.kind == "name" else writer, each) for item in items if item.kind != "share"
        ]
    pairs: list[tuple[_Item, _Item]] = []
    holder: _Item | None = None
    for item in ordered:
        if item.kind in ("name", "self"):
            holder = (
                item if holder is None or item.kind == "name" or holder in [p[0] for p in pairs] else holder
            )
        elif holder is not None and not any(holder is paired for paired, _ in pairs):
            pairs.append((holder, item))
        elif holder is not None and not share_first and (after := _next_name(text, item, ordered)):
            pairs.append((after, item))
            holder = after
    if share_first:
        pairs.reverse()
    held = [holder for holder, _ in pairs]
    unheld = [i for i in items if i.kind == "name" and " " in i.text and not any(i is h for h in held)]
    if writer is None and len(unheld) == 1:
        writer = unheld[0].text
    return _filled(pairs, writer)


def _each(shares: list[_Item], items: list[_Item]) -> float | None:
    """ "Julián y yo, Nuria, al 50 %": one share for several people, which makes the whole with them."""
    people = [item for item in items if item.kind in ("name", "self")]
    if len(shares) != 1 or len(people) < 2 or shares[0].start < people[-1].end or not shares[0].share:
        return None
    return shares[0].share if 99 <= shares[0].share * len(people) <= 100 else None


def _next_name(text: str, share: _Item, items: list[_Item]) -> _Item | None:
    """ "… 51 %, le reste à ma sœur Josée": whose a share is that is named before its holder."""
    after = next((item for item in items if item.start >= share.end), None)
    if after is None or after.kind != "name":
        return None
    between = text[share.end : after.start]
    return after if re.fullmatch(r"[^.;,\d]{0,30}", between) else None


def _may_own(text: str, item: _Item) -> bool:
    """Whether "I" or "me" here may hold a share: not in "call me", "let me know"."""
    return not re.search(
        r"\b(?:call|let|give|tell|send|mail|email|contact|for|reach)\s$", text[: item.start][-12:], re.I
    )


def _colon_between(text: str, items: list[_Item]) -> bool:
    return any(
        item.kind == "name" and text[items[0].end : item.start].strip().endswith(":") for item in items
    )


def _filled(pairs: list[tuple[_Item, _Item]], writer: str | None) -> list[tuple[str | None, float]]:
    given = sum(share.share or 0 for _, share in pairs)
    rests = sum(share.kind == "rest" for _, share in pairs)
    filled: list[tuple[str | None, float]] = []
    for holder, share in pairs:
        percent = share.share if share.share is not None else (100 - given) / rests
        filled.append((holder.text if holder.kind == "name" else writer, round(percent, 2)))
    return filled if 0 < sum(percent for _, percent in filled) <= 100.5 else []


def _with_full_names(
    text: str,
    paired: list[tuple[str | None, float]],
    items: list[_Item],
    known: Sequence[Owner],
) -> list[tuple[str, float | None]]:
    """Names in full where they follow ("full names Robert Tully and Sharon Mackie") or are known."""
    all_names = [item.text for item in items if item.kind == "name"]
    full = _FULL_NAMES.search(text)
    listed = [i.text for i in items if full and i.kind == "name" and i.start >= full.end()]
    if len(listed) == len(paired):
        return [(name, share) for name, (_, share) in zip(listed, paired, strict=True)]
    whole: list[tuple[str, float | None]] = []
    for name, share in paired:
        if name is not None:
            longer = [other for other in all_names if other != name and _is_part(name, other)]
            whole.append((longer[0] if longer else _full_name(name, known), share))
    return whole


def _full_name(name: str, known: Sequence[Owner]) -> str:
    return next((owner.name for owner in known if _is_part(name, owner.name)), name)


def _sole(text: str, names: list[_Item], writer: str | None) -> tuple[Owner, ...]:
    sole = SOLE.search(text)
    people = [item for item in names if item.kind == "name" and " " in item.text]
    near = sorted(people, key=lambda item: _distance(item, sole) if sole else 0)
    name = near[0].text if near else writer
    return _owners([(name, 100.0)]) if name else ()


def _distance(item: _Item, other: re.Match[str]) -> int:
    return max(item.start - other.end(), other.start() - item.end, 0)


_LIST_GAP = re.compile(
    r"\s*(?:,|&|and|y|e|et|und|en|,\s*and|\+|/|\s)\s*(?:my \w+ |mi \w+ |ma \w+ |mon \w+ |meine? \w+ )?",
    re.IGNORECASE,
)


def _named_as_owners(text: str, names: list[_Item], writer: str | None, asked: bool) -> list[str]:
    """The names in the list that stands right beside the word for owners."""
    cues = list(CUE.finditer(text))
    chosen: list[_Item] = []
    for item in names:
        beside = any(_is_beside(text, item, cue) for cue in cues) or (asked and not cues)
        follows = bool(chosen) and bool(_LIST_GAP.fullmatch(text, chosen[-1].end, item.start))
        if beside or follows:
            chosen.append(item)
    people = _distinct([item for item in chosen if item.kind == "name" or writer], writer)
    return [name for name in people if " " in name]


def _is_beside(text: str, item: _Item, cue: re.Match[str]) -> bool:
    if cue.end() <= item.start:
        between = text[cue.end() : item.start]
        return bool(
            re.fullmatch(
                r"(?:\W|\b(?:is|are|by|es|son|est|sont|ist|sind|é|são|è|sono|zijn|namely|me|myself|and|"
                r"the|name|names|to|von|par|por|door|mr|mrs|ms)\b){0,6}",
                between,
                re.I,
            )
        )
    between = text[item.end : cue.start()]
    return bool(
        re.fullmatch(
            r"(?:\W|\b(?:is|am|are|the|an?|our|my|and|co|who|one|also|both|es|la|el|le|est|ist|der|die|é|"
            r"o|a|è|il|de|jointly|together)\b){0,6}",
            between,
            re.I,
        )
    )


def _owners(stated: Sequence[tuple[str, float | None]]) -> tuple[Owner, ...]:
    if any(re.search(r"\d", name) and not COMPANY.search(name) for name, _ in stated):
        return ()
    try:
        return tuple(Owner(name=name, ownership_percent=share) for name, share in stated)
    except ValidationError:
        return ()


def parse(value: object) -> tuple[Owner, ...]:
    """Owners from a list of objects (name, ownership_percent) or a line of text; raises Invalid."""
    if isinstance(value, str):
        owners = read_owners(value, asked=True)
    elif isinstance(value, list | tuple):
        owners = tuple(_owner(entry) for entry in cast("Sequence[object]", value))
    else:
        owners = ()
    if not owners or len(owners) > 50:
        raise Invalid("Owners are given by name, each with a share in percent.", code="invalid_owners")
    if sum(owner.ownership_percent or 0 for owner in owners) > 100.5:
        raise Invalid("The owners' shares add up to more than 100 %.", code="invalid_owners")
    return owners


def _owner(entry: object) -> Owner:
    try:
        if isinstance(entry, Owner | Mapping):
            return Owner.model_validate(entry)
        return Owner(name=str(entry))
    except ValidationError as error:
        raise Invalid("An owner has a name and a share between 0 and 100.", code="invalid_owners") from error


def ground(value: tuple[Owner, ...], words: str, context: Context) -> tuple[Owner, ...]:
    """The owners, if the words state these names with these shares; raises Ungrounded or Invalid."""
    owners = parse(value)
    known = context.application.owners or ()
    asked = FieldName.OWNERS in context.asked
    wanted = _as_set(owners)
    for owner in owners:
        said = set(words_of(words))
        if not set(words_of(owner.name)) <= said and owner.name not in {o.name for o in known}:
            raise Ungrounded("The words do not name this owner.")
    for writer in (None, *(owner.name for owner in owners)):
        for question in {asked, False}:
            if _as_set(read_owners(words, writer=writer, known=known, asked=question)) == wanted:
                return owners
    if len(owners) == 1 and owners[0].ownership_percent is None and introduced(words) == owners[0].name:
        return owners
    raise Ungrounded("The words do not state these owners with these shares.")


def _as_set(owners: Sequence[Owner]) -> set[tuple[str, float | None]]:
    return {(squeezed(owner.name), owner.ownership_percent) for owner in owners}
