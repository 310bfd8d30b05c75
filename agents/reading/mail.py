"""Which lines of a mail are the writer's own: not a quoted reply, but a mail that is forwarded as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

_I = re.IGNORECASE
_QUOTED_LINE = re.compile(r"^\s*(?:>|\|>)")
_QUOTE_STARTS = re.compile(
    r"^\s*(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|mensaje original|"
    r"message d'origine)"
    r"|_{8,}|on .{4,120} wrote:|le .{4,120} a écrit\s?:|am .{4,120} schrieb .{0,80}:|"
    r"el .{4,120} escribió:|em .{4,120} escreveu:|"
    r"il .{4,120} ha scritto:|op .{4,120} schreef .{0,80}:|(?:from|von|de|da|"
    r"van): .{2,120}<?⟦EMAIL_\d+⟧>?)",
    _I,
)
_HEADER = re.compile(
    r"^\s*(?:subject|betreff|asunto|objet|assunto|oggetto|onderwerp|to|an|para|à|cc|aan|sent|gesendet|enviado|"
    r"envoyé|verzonden|date|datum|fecha|data|from|von|de|da|van|reply-to)\s*:(?!\s*$)",
    _I,
)
_SUBJECT = re.compile(r"^\s*(?:subject|betreff|asunto|objet|assunto|oggetto|onderwerp|to|cc)\s*:", _I)
_REPLY = re.compile(r".*(?:wrote|écrit|schrieb\b.*|escribió|escreveu|scritto|schreef\b.*)\s?:\s*$", _I)
_POINTS_BELOW = re.compile(
    r"\b(?:below|attached|forward\w*|fwd?|pass(?:ing|ed)? (?:this|it) on|unten|anbei|weiter(?:ge)?leitet?\w*|"
    r"abajo|reenv\w+|adjunt\w+|ci-dessous|plus bas|transf[éè]r\w+|abaixo|encaminh\w+|sotto|inoltr\w+|"
    r"hieronder|doorgestuurd\w*|wg|tr)\b",
    _I,
)
_STATES = re.compile(r"[\d⟦]")
_SENDER = re.compile(r"⟦EMAIL_\d+⟧")


def own_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a message that its writer stands for, without the headers of mails.

    What is quoted below an answer is left out; a mail is read that is passed on with nothing but
    "see below", its sender's address with it.
    """
    lines = list(_lines(text))
    at = next((at for at, span in enumerate(lines) if _QUOTE_STARTS.match(text[slice(*span)])), len(lines))
    own = [span for span in lines[:at] if not _is_apart(text[slice(*span)])]
    yield from own
    if at < len(lines) and _is_passed_on(" ".join(text[slice(*span)] for span in own), text, lines[at]):
        yield from _passed_on(text, lines[at:])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)


def _is_apart(line: str) -> bool:
    return bool(_QUOTED_LINE.match(line) or _SUBJECT.match(line))


def _is_passed_on(own: str, text: str, first: tuple[int, int]) -> bool:
    """Whether the words above a mail tell nothing themselves, and the mail is no answer's quotation."""
    if _REPLY.match(text[slice(*first)]) or _STATES.search(own):
        return False
    return not own.strip() or bool(_POINTS_BELOW.search(own))


def _passed_on(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The mail's own lines up to what it quotes, after the address that its head names."""
    body = next((at for at, span in enumerate(lines) if at and not _is_head(text[slice(*span)])), len(lines))
    for start, end in lines[:body]:
        is_from = re.match(r"\s*(?:from|von|de|da|van)\s*:", text[start:end], _I)
        if is_from and (sender := _SENDER.search(text, start, end)):
            yield sender.span()
    for span in lines[body:]:
        line = text[slice(*span)]
        if _QUOTE_STARTS.match(line):
            return
        if not _is_apart(line):
            yield span


def _is_head(line: str) -> bool:
    return bool(_HEADER.match(line) or _QUOTE_STARTS.match(line))
