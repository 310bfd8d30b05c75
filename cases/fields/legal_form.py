"""The legal form, from the ending of a name ("GmbH", "Ltd") or from words ("I'm a sole trader")."""

# ruff: noqa: E501 - lists of words

from __future__ import annotations

import re
from typing import NamedTuple

from cases.application import FieldName
from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context
from cases.legal_forms import LegalForm

_ENDINGS: tuple[tuple[LegalForm, str], ...] = (
    (LegalForm.COOPERATIVE, r"eg|e\.\s?g\.|s\.?\s?coop\.?|scop|scic|co-?op|sce"),
    (LegalForm.CHARITY, r"e\.\s?v\.|ev|ggmbh|onlus|501\(c\)\(3\)"),
    (
        LegalForm.PARTNERSHIP,
        r"gmbh\s?&\s?co\.?\s?kg|ag\s?&\s?co\.?\s?kg|kg|kgaa|ohg|gbr|egbr|partg(?:\s?mbb)?|llp|lp|snc|s\.\s?n\.\s?c\.|"
        r"scs|c\.\s?b\.|s\.\s?c\.|v\.?o\.?f\.?",
    ),
    (LegalForm.SOLE_TRADER, r"e\.\s?k\.?|e\.\s?kfm\.?|e\.\s?kfr\.?|eirl|ei"),
    (
        LegalForm.PRIVATE_COMPANY,
        r"l\.?l\.?c\.?|p\.?l\.?l\.?c\.?|ltd\.?|limited|inc\.?|incorporated|corp\.?|corporation|plc|"
        r"gmbh|mbh|ug(?:\s?\(haftungsbeschränkt\))?|ag|se|s\.?\s?l\.?(?:\s?u\.?)?|s\.\s?a\.(?:\s?u\.)?|sa|"
        r"sasu?|s\.\s?a\.\s?s\.?|sarl|s\.\s?a\.\s?r\.\s?l\.?|eurl|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?\s?v\.?|n\.?\s?v\.?|"
        r"pty(?:\.? ltd\.?)?|pte(?:\.? ltd\.?)?|lda\.?|ltda\.?|aps|a/s|as|ab|oyj?|d\.?o\.?o\.?|kft\.?|"
        r"sp\.?\s?z\s?o\.?\s?o\.?|s\.\s?r\.\s?o\.?",
    ),
)
"""By which ending a register tells a form; a listed company bears the same ones as any other."""

_ENDS_WITH = tuple(
    (form, re.compile(rf"(?:^|[\s,.(])(?P<form>{endings})\W*$", re.IGNORECASE)) for form, endings in _ENDINGS
)

_WORDS: tuple[tuple[LegalForm, str], ...] = (
    (
        LegalForm.PUBLIC_COMPANY,
        r"(?:publicly|stock[- ]exchange) (?:listed|traded)|listed (?:public )?(?:company|plc|on)|"
        r"public(?:ly)? (?:listed )?company(?! with)|"
        r"börsennotiert\w*|(?:que )?cotiza\w* en (?:la )?bolsa|empresa cotizada|cotée? en bourse",
    ),
    (
        LegalForm.PUBLIC_BODY,
        r"public (?:body|authority|sector)|government (?:agency|body|department)|local authority|"
        r"(?:town|city|county|parish|borough) council|municipality|state[- ]owned|"
        r"behörde|körperschaft des öffentlichen rechts|anstalt des öffentlichen rechts|"
        r"öffentliche (?:einrichtung|stelle)|organismo público|ente público|ayuntamiento|administración pública|"
        r"établissement public|organisme public|collectivité (?:territoriale|publique)",
    ),
    (
        LegalForm.CHARITY,
        r"(?:registered )?charit(?:y|able (?:trust|organisation|organization|incorporated organisation))|"
        r"non-?profit(?: (?:organisation|organization|association))?|not[- ]for[- ]profit|501 ?\(?c\)? ?\(?3\)?|"
        r"gemeinnützig\w*(?: \w+)?|eingetragener verein|stiftung|ong|fundación|asociación|"
        r"(?:entidad )?sin ánimo de lucro|association(?: loi (?:de )?1901)?|fondation|"
        r"(?:organisme )?(?:à|sans) but non lucratif|sans but lucratif",
    ),
    (
        LegalForm.COOPERATIVE,
        r"co-?operatives?(?: society)?|co-?op|(?:eingetragene )?genossenschaft|"
        r"(?:sociedad )?cooperativa|(?:société )?coopérative",
    ),
    (
        LegalForm.TRUST,
        r"(?:family|unit|discretionary|business|trading|living) trust|(?:is|as|are|am) an? trust|^\W*(?:an? )?trust\W*$|"
        r"treuhand(?:gesellschaft)?|fideicomiso|fiducie",
    ),
    (
        LegalForm.SOLE_TRADER,
        r"sole (?:trader|proprietor(?:ship)?|owner)|self[- ]employed|freelancers?|"
        r"einzelunternehm\w+|einzelkauf\w+|einzelfirma|selbst(?:st)?ändig\w*|freiberufler\w*|kleingewerbe|"
        r"autónom[oa]s?|empresari[oa] individual|trabajador(?:a)? por cuenta propia|"
        r"auto-?entrepreneu\w+|micro-?entrepr\w+|entre(?:prise individuelle|preneur individuel)|"
        r"travailleu\w+ indépendante?",
    ),
    (
        LegalForm.PARTNERSHIP,
        r"(?:general |limited |civil )?partnership|gmbh ?& ?co\.? ?kg|gbr|ohg|personengesellschaft|"
        r"kommanditgesellschaft|offene handelsgesellschaft|gesellschaft bürgerlichen rechts|"
        r"sociedad (?:civil|colectiva|comanditaria)|comunidad de bienes|société (?:en nom collectif|de personnes)|snc|llp",
    ),
    (
        LegalForm.PRIVATE_COMPANY,
        r"(?:private |limited |private limited )(?:liability )?company|private (?:ltd|corporation)|"
        r"l\.?l\.?c|ltd|plc|s[ -]?corp|c[ -]?corp|corporation|incorporated|gmbh|ug(?: \(haftungsbeschränkt\))?|"
        r"aktiengesellschaft|kapitalgesellschaft|"
        r"sociedad (?:limitada|anónima)|s\.? ?l\.?(?: ?u\.?)?|s\.a\.|sasu?|sarl|eurl|"
        r"société (?:par actions simplifiée|à responsabilité limitée|anonyme|privée)|(?:private|unlisted) company|"
        r"nicht börsennotierte \w+|sociedad no cotizada|société non cotée",
    ),
)
_SAID = tuple((form, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for form, words in _WORDS)

_WE_ARE = re.compile(
    r"\b(?:(?:we|i)(?:['’]re|['’]m| are| am)|(?:the (?:business|company|shop|firm) |it['’]?s?)\s?(?:is|s)?|"
    r"(?:registered|set up|incorporated|trad\w+|operat\w+|run|work\w*) as|"
    r"wir sind|ich bin|(?:das|unser) unternehmen ist|(?:firmieren|eingetragen) als|arbeite als|als|"
    r"somos|soy|estamos (?:registrad|constituid)\w+ como|trabajo como|como|la empresa es|"
    r"nous sommes|je suis|c['’]est|l['’]entreprise est|en tant qu['’e]|comme)\b[^.;!?\n,]{0,32}$",
    re.IGNORECASE,
)
"""Words in front of a form with which people speak of themselves."""


class Form(NamedTuple):
    """A legal form that a text names, and where."""

    start: int
    end: int
    value: LegalForm


def form_of_name(name: str) -> LegalForm | None:
    """The form that the ending of a business name tells; None where it has none."""
    return next((form for form, ending in _ENDS_WITH if ending.search(name.strip())), None)


def find_forms(text: str, *, asked: bool) -> list[Form]:
    """The forms that a text names: any in an answer, else those that somebody says to be theirs."""
    found: list[Form] = []
    for form, words in _SAID:
        for match in words.finditer(text):
            taken = any(one.start < match.end() and match.start() < one.end for one in found)
            own = _WE_ARE.search(text[: match.start()])
            if not taken and (asked or own):
                found.append(Form(own.start() if own else match.start(), match.end(), form))
    return sorted(found)


def parse(raw: object) -> LegalForm:
    """A form by its name here, in words of four languages, or as the ending of a name; raises Invalid."""
    text = str(raw).strip() if isinstance(raw, str) else ""
    try:
        return LegalForm(text.casefold().replace(" ", "_").replace("-", "_"))
    except ValueError:
        pass
    told = {form.value for form in find_forms(text, asked=True)}
    ending = form_of_name(text)
    if len(told) == 1:
        return told.pop()
    if not told and ending is not None and len(text.split()) <= 4:
        return ending
    raise Invalid(
        "Please give the legal form, such as sole trader, GmbH or charity.", code="invalid_legal_form"
    )


def ground(value: str, words: str, context: Context) -> LegalForm:
    """The form, if the words name it as the merchant's, or a name in them ends with it; or Ungrounded."""
    told = [form.value for form in find_forms(words, asked=FieldName.LEGAL_FORM in context.asked)]
    in_name = form_of_name(words) if len(words.split()) > 1 else None
    if value in told or in_name == value:
        return LegalForm(value)
    raise Ungrounded("The words do not state this legal form.")
