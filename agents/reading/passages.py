"""Messages in pieces: what is the merchant's own, sentence by sentence, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.reading.heard import Said
from agents.reading.instructions import is_instruction
from agents.reading.mail import own_lines
from cases.application import FieldName

LONGEST_MESSAGE = 10_000
"""What stands behind this many characters is not read."""

_LONGEST_SENTENCE = 600
_SIGN_OFF = re.compile(
    r"^\s*(?:(?:best|kind|warm|many)? ?regards|best(?: wishes)?|many thanks|thanks(?: again)?|thank you|"
    r"cheers|sincerely|"
    r"yours (?:sincerely|faithfully|truly)|all the best|mit freundlichen grüßen|(?:viele|beste|liebe|"
    r"herzliche|freundliche) grüße|"
    r"mfg|lg|vg|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|cordialement|"
    r"bien (?:cordialement|à vous)|"
    r"sincères salutations|salutations|atenciosamente|cumprimentos|com os melhores cumprimentos|abraços?|"
    r"cordiali saluti|distinti saluti|"
    r"saluti|met vriendelijke groeten?|(?:hartelijke |vriendelijke )?groet(?:en|jes)?|-- ?|—)\s*[,!.]?\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»)]?\s+|\n+|(?<=[。！？])|\s*;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:no|nos|nr|num|núm|st|ave|av|rd|blvd|dr|mr|mrs|ms|mme|approx|ca|circa|tel|ph|ext|vs|etc|e\.g|"
    r"i\.e|z\.b|bd|str|mio|"
    r"tsd|mrd|p\.a|ste|apt|inkl|bzw|d\.h|incl|excl|esp|fig|est|sra|srta|fr|hr|ing|prof|lic|reg|cert|acct|"
    r"acc|inh|u\.a|c\.a|"
    r"pte|pvt|pty|sdn|ltd|inc|corp|sq|bldg|fl|rm|dept|cnr|opp|co|rs|abt|yr|yrs|jan|feb|mar|apr|jun|jul|"
    r"aug|sep|sept|oct|nov|dec|n|id|idnr|lic|mob)|\b[A-Z])\.$",
    re.IGNORECASE,
)


_LEGAL_NEXT = re.compile(r"(?:Ltd|Limited|LLC|Inc|KG|KGaA|OHG|Bhd|Pty|S\.\s?L|S\.\s?A)\b")


@dataclass(frozen=True)
class Sentence:
    """A sentence or line of a message, with its place there."""

    seq: int
    order: int
    message: str
    start: int
    end: int
    asked: tuple[FieldName, ...]
    in_signature: bool

    @property
    def text(self) -> str:
        """The words of the sentence, verbatim."""
        return self.message[self.start : self.end]


@dataclass(frozen=True)
class Talk:
    """The merchant's own sentences of the conversation so far, in their order."""

    sentences: tuple[Sentence, ...]
    messages: tuple[Said, ...]

    def asking(self, field: FieldName) -> Iterator[Said]:
        """The messages that answer a question about a field."""
        return (said for said in self.messages if field in said.asked)


def listen(messages: Sequence[Said]) -> Talk:
    """Take messages apart; quoted mail, and sentences that only give the assistant orders, are left out."""
    sentences: list[Sentence] = []
    messages = [Said(said.seq, said.text[:LONGEST_MESSAGE], said.asked) for said in messages]
    for said in messages:
        blocked = False
        for start, end, signature in _own_sentences(said.text):
            text = said.text[start:end]
            order = is_instruction(text)
            # What follows an order in its own line belongs to it: a list of figures, a verdict.
            blocked = order or (blocked and "\n" not in said.text[max(0, start - 2) : start])
            if not blocked:
                sentences.append(
                    Sentence(said.seq, len(sentences), said.text, start, end, said.asked, signature)
                )
    return Talk(tuple(sentences), tuple(messages))


def _own_sentences(text: str) -> Iterator[tuple[int, int, bool]]:
    signature = False
    for start, end in own_lines(text):
        line = text[start:end]
        if _SIGN_OFF.match(line) and start > 0:
            signature = True
            continue
        for sentence_start, sentence_end in _sentences(text, start, end):
            for piece_start, piece_end in _pieces(text, sentence_start, sentence_end):
                yield piece_start, piece_end, signature


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if text[match.start() - 1] == "." and _ABBREVIATION.search(
            text, max(at, match.start() - 12), match.start()
        ):
            after = text[match.end() : match.end() + 1]
            if _LEGAL_NEXT.match(text, match.end()):
                continue
            if after.isdigit() or after.islower() or not _ends_initials(text, match.start()):
                continue
        if text[at : match.start()].strip():
            yield _strip(text, at, match.start())
        at = match.end()
    if text[at:end].strip():
        yield _strip(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of bounded length, so that reading takes time in proportion to the text."""
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        cut = max(text.rfind(", ", start + 1, limit) + 1, text.rfind(" ", limit - 60, limit), start) or limit
        cut = cut if cut > start else limit
        yield _strip(text, start, cut)
        start = cut
    if text[start:end].strip():
        yield _strip(text, start, end)


def _ends_initials(text: str, at: int) -> bool:
    """Whether what ends here is a legal form such as "S.L." or "Co.", after which a sentence may begin."""
    return bool(
        re.search(r"(?:\b(?:[A-Za-z]\.){2,4}|\b(?:Co|Ltd|Inc|Corp|LLC|Pty)\.)$", text[max(0, at - 12) : at])
    )


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
