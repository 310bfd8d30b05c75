"""What merchants say beside facts that ``agents.reading`` has no part in: prices, safety, later."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in patterns), re.IGNORECASE)


LATER = _any(
    r"(?:come|be|get|check) back",
    r"(?:finish|continue|carry on|go on|do) (?:this |it |the rest )?(?:later|tomorrow)",
    r"(?:later|tomorrow|next week|another (?:day|time))(?=\W*$)",
    r"(?:send|give|get|tell)\b[^.?!\n]{0,40}\b(?:later|afterwards|tomorrow|next week)",
    r"need (?:some |more )?time|gotta go|have to go",
    r"más tarde|mañana|plus tard|demain|später|morgen (?:weiter|wieder)|mais tarde|amanhã|più tardi|domani",
)
COST = _any(
    r"prices?|pricing|fees?|costs?|cheaper|expensive|commission",
    r"how much (?:do|does|is|will|would)|what do you charge|your rates?",
    r"precio|cuánto cuesta|tarif|combien coûte|gebühr\w*|was kostet|preço|quanto custa|prezzo|quanto costa",
)
SAFETY = _any(
    r"(?:is|are|how)\b[^.?!\n]{0,40}\b(?:safe|secure|private|confidential|encrypted|protected)",
    r"gdpr|data protection|who (?:can|will) (?:see|read)|do you (?:store|keep|share|sell)",
    r"what (?:do|will) you do with (?:my|our|the) (?:data|details|information)",
)
WITHDRAW = _any(
    r"withdraw|cancel (?:my|the|our|this)|changed (?:my|our) minds?|forget (?:about )?it",
    r"take (?:it|my application|the application|our application) back",
    r"no longer (?:interested|want)|don'?t want (?:to go on|to apply|this)",
    r"delete (?:my|the|our) (?:application|data|account)",
)
ARE_YOU_A_PERSON = _any(
    r"(?:are you|am i (?:talking|speaking|chatting|writing) (?:to|with)|is this)\b[^.!\n]{0,25}"
    r"\b(?:person|human|bot|robot|ai|machine|chatbot|real|automated)",
    r"who are you|eres (?:una persona|un bot)|êtes-vous (?:une personne|un robot)",
    r"(?:bist du|sind sie) ein (?:mensch|bot|roboter)",
)
