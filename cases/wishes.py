"""What a merchant's words can ask for: a person, more time for an item, not to be asked (en, es, fr, de)."""

# ruff: noqa: E501 - lists of words
from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{pattern})(?!\w)" for pattern in patterns), re.IGNORECASE)


_PERSON = _any(
    r"(?:speak|talk|chat|connect|write|put me through|transfer)\w*\b[^.?!\n]{0,30}\b(?:human|person|someone|somebody|"
    r"agent|representative|colleague|manager|staff|people|operator)",
    r"(?:real|actual|live|human) (?:person|human|agent|being)",
    r"(?:need|want|get me|prefer|is there|give me|like) (?:a |an |to have a )?(?:human|person|someone|somebody)",
    r"(?:can|could|may|might|would|let|have|ask|want) (?:a |an |some |any )?(?:real )?(?:person|human|colleague|someone|somebody|"
    r"anyone|anybody|manager)\b[^.?!\n]{0,20}\b(?:look|check|review|help|call|phone|see|take|explain|answer)\w*",
    r"(?:alguien|una persona)\b[^.?!\n]{0,20}\b(?:mir|rev|vea|ver|ayud|llam|expli|conteste)\w*|(?:mir|rev[ií]s|vea|ver|ayud|llam)\w*\b"
    r"[^.?!\n]{0,15}\b(?:alguien|una persona)",
    r"(?:quelqu['’]un|une personne)\b[^.?!\n]{0,20}\b(?:regard|voir|voie|vérifi|aid|appel|expliqu|répond)\w*",
    r"(?:kann|könnte|soll|sollte|möge)\b[^.?!\n]{0,15}\b(?:jemand|ein mensch|eine person|ein kollege)\w*",
    r"(?:hablar|hable|comunicar\w*|contactar)\b[^.?!\n]{0,25}\b(?:persona|alguien|agente|humano|operador)",
    r"(?:quiero|necesito|prefiero|hay) (?:una persona|un humano|un agente|alguien)",
    r"(?:parler|discuter|échanger|joindre|mettre en contact)\b[^.?!\n]{0,25}(?:quelqu['’]un|personne|humain|conseiller|"
    r"conseillère|collègue)",
    r"(?:veux|voudrais|souhaite|préfère|besoin d['’]) ?(?:une (?:vraie )?personne|un humain|un conseiller)",
    r"(?:mit|an) (?:einem|einer|eine|jemand\w*|jemandem)\b[^.?!\n]{0,25}\b(?:menschen?|mitarbeiter\w*|person|sprechen|"
    r"reden|kollegen)",
    r"mit (?:jemandem|wem) (?:sprechen|reden)",
    r"(?:möchte|will|brauche|gibt es) (?:einen|eine) (?:echten )?(?:menschen|person|mitarbeiter\w*)",
)
_NOT_YET = _any(
    r"(?:do not|don['’]?t|haven['’]?t|have not|not)\b[^.?!\n]{0,30}\b(?:yet|at hand|to hand|with me|on me|handy|right now|"
    r"at the moment|just now)",
    r"(?:still )?(?:waiting for|applied for|in progress|on its way|being processed)",
    r"(?:send|give|get|tell|provide|add|bring|look (?:it|that) up|find (?:it|that))\b[^.?!\n]{0,40}\b(?:later|afterwards|"
    r"tomorrow|next week|tonight|soon|when i have)",
    r"(?:need|have) to (?:ask|look|find|check|dig)\b[^.?!\n]{0,40}",
    r"(?:todavía|aún) no|no\b[^.?!\n]{0,25}\b(?:todavía|aún|a mano|ahora mismo|de momento)|en trámite",
    r"(?:lo|la|los|las|se (?:lo|la)) (?:envío|mando|enviaré|mandaré|paso|daré)\b[^.?!\n]{0,25}\b(?:luego|después|"
    r"mañana|más tarde)",
    r"pas encore|pas (?:sous la main|sur moi)|en cours(?: d['’]obtention)?",
    r"(?:enverrai|envoie|donnerai|transmettrai|dirai)\b[^.?!\n]{0,25}\b(?:plus tard|demain|après|bientôt)",
    r"noch (?:nicht|kein\w*)|nicht (?:zur hand|griffbereit|dabei)|(?:gerade|im moment) (?:nicht|kein\w*)|beantragt",
    r"(?:schicke|sende|reiche|gebe|liefere)\b[^.?!\n]{0,30}\b(?:später|morgen|nach|noch)",
)
_PASS = _any(
    r"skip(?: (?:it|that|this|those|these|them|all|both))?|pass|no,? thanks?|no thank you|rather not|prefer not|"
    r"don['’]?t want to|not now|leave (?:it|that|them|those) out|let['’]?s move on|not needed|not necessary",
    r"no,? gracias|prefiero no|saltar(?:lo|la)?|omitir(?:lo|la)?|paso|mejor no|déjel[oa]|no hace falta",
    r"non,? merci|je préfère (?:pas|ne pas)|je passe|passer|passons|pas nécessaire|sans façon",
    r"nein,? danke|lieber nicht|überspringen|weglassen|möchte ich nicht|nicht nötig|weiter bitte",
)
SHORT = 12
"""Words; a longer message that holds "skip" or "pass" tells something else."""


def asks_for_person(words: str) -> bool:
    """Whether the words ask to talk to a person."""
    return bool(_PERSON.search(words))


def puts_off(words: str) -> bool:
    """Whether the words say that something is not there yet, or comes later."""
    return bool(_NOT_YET.search(words))


def passes_over(words: str) -> bool:
    """Whether a short message leaves a question unanswered on purpose."""
    return len(words.split()) <= SHORT and bool(_PASS.search(words))
