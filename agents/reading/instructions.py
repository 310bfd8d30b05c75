"""Words that try to give the agents orders, or claim a role or a decision: never read as facts."""

from __future__ import annotations

import re

_I = re.IGNORECASE

_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|skip|olvida|ignora|ignorez|oubliez|ignoriere|vergiss|"
    r"ignore|negeer|desconsidere|dimentica)\w*\b"
    r"[^.\n]{0,40}\b(?:instruction|rule|prompt|previous|above|guideline|polic|check|instruc|règle|"
    r"consigne|anweisung|regel|regra|istruzion|instructie)\w*|"
    r"\byou are now\b|\byou(?:'re| are) (?:no longer )?(?:an? )?(?:\w+bot|dan|developer mode|admin|"
    r"unrestricted)\b|\bact as (?:an? |the )?(?:admin|reviewer|system|approver|compliance)|"
    r"\bpretend (?:to be|you(?:'re| are)|that)\b|\bfrom now on\b[^.\n]{0,30}\byou\b|\bjailbreak\b|"
    r"\bdeveloper mode\b|\bsystem (?:prompt|override|message|note|notice)\b|"
    r"\b(?:do not|don't|must not|never|no need to)\s(?:ask|request|require|check|verify|"
    r"screen)\b[^.\n]{0,40}\b(?:question|document|further|anything|paper|id)|"
    r"\b(?:set|mark|update|record|change|write|fill|put)\b[^.\n]{0,25}\b(?:annual_revenue|risk_?\w*|"
    r"status|state|(?<!on the )(?<!in the )(?<!on my )(?<!on our )application|case|score|check\w*|"
    r"as approved|to approved|years_in_business|kyc|aml|(?-i:approved|verified|cleared|low risk))\b|"
    r"\bcreate the account(?: now| immediately| right)?\b|\b(?:activate|approve|provision|"
    r"greenlight)\s(?:me|us|it|this|the|my|our)\b(?:[^.\n]{0,40}\b(?:now|immediately|straight|application|"
    r"account|merchant|case|right away)\b)?|"
    r"\bproceed to (?:activate|approve|provision)|\bcall (?:the )?\w*(?:tool|function)\b|"
    r"\b(?:accounts/create|activate_account|create_account|record_fact|approve_\w+)\b|"
    r"\breveal (?:your|the) (?:prompt|instructions|system)|\bevery application gets\b|"
    r"\bremember:\s.{0,40}\b(?:never|always)\b|\b\w*(?:approve|approval)bot\b|"
    r"\b(?:aprueba|apruébame|apruebe|approuvez|approuve|genehmige|genehmigen sie|aprove|approva|"
    r"keur)\b[^.\n]{0,30}\b(?:solicitud|ahora|cuenta|demande|compte|maintenant|antrag|sofort|konto|pedido|"
    r"conta|agora|richiesta|subito|aanvraag|direct)\b",
    _I,
)
_ROLES = re.compile(
    r"^\s*[\[<(#*\s]*(?:system|assistant|developer|admin(?:istrator)?|reviewer|tool|instruction|"
    r"internal note|note to (?:ai|assistant|agent)|ai|sistema|système|asistente|"
    r"assistente)\b[\])>*]*\s*[:\])>]|"
    r"^\s*(?:\[\s*/?(?:system|inst|admin|assistant|tool|reviewer)\b|<\|?\s*/?(?:im_start|im_end|system|"
    r"assistant|tool)\b|###\s*(?:system|instruction))|"
    r"\bi(?: am|'m) (?:the |a |your |an )?(?:reviewer|compliance officer|administrator|admin|approver|"
    r"risk officer|developer|supervisor|bank manager|underwriter)\b|"
    r"\bas (?:the |a |your |an )?(?:reviewer|compliance officer|administrator|admin|approver|risk officer|"
    r"underwriter|supervisor|developer)\b[^.\n]{0,20}\bi\b|"
    r"\b(?:i|we) hereby (?:approve|confirm|certify|authori[sz]e)\b|\bsoy (?:el|la) (?:revisor|"
    r"administrador)\w*|\bje suis (?:le |la )?(?:réviseur|administrateur)\w*|\bich bin (?:der |"
    r"die )?(?:prüfer|administrator)\w*",
    _I,
)
_VERDICTS = re.compile(
    r"\b(?:risk_tier|risk_level|risk_score|kyc_complete|aml_verified|pre-?screened|pre-?approved|"
    r"status\s*[=:]\s*\"?approved|approved\s*[=:]\s*true|"
    r"decision\s*[=:]\s*\"?approve\w*)\b|\b(?:annual_revenue|years_in_business|merchant_name|"
    r"business_license|tax_id)\s*[=:]\s*\S|"
    r"\b(?:the )?(?:merchant|applicant|application) (?:is|has been|was) (?:\w+ )?(?:verified|approved|"
    r"pre-?screened|cleared)\b|\ball checks (?:have )?(?:passed|held|are done|cleared)\b|"
    r"\b(?:has|have) (?:already )?(?:been )?(?:approved|cleared) (?:by|this|the)\b|^\W*APPROVED?\W*$|"
    r":\s*APPROVED?\W*$",
    re.MULTILINE,
)
_SENTENCES = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]+)*[.!?]*")
_LONGEST_QUOTE = 300


def is_instruction(sentence: str) -> bool:
    """Whether a sentence orders the agents about, or speaks in a role that merchants do not have."""
    return any(pattern.search(sentence[:2000]) for pattern in (_ORDERS, _ROLES, _VERDICTS))


def instructions(text: str) -> list[str]:
    """The sentences of a message, verbatim, that try to instruct agents or claim a role or decision."""
    found = [match[0].strip() for match in _SENTENCES.finditer(text[:20_000])]
    return [sentence[:_LONGEST_QUOTE] for sentence in found if is_instruction(sentence)]
