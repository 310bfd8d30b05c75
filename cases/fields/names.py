"""Names of people and companies in a text, by how they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from cases.fields.mcc import find_trades

_PARTICLES = (
    "de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ter|ten|te|zu|zur|bin|ibn|binti|bint|"
    "al|el|y|e|af|av|san|santa|op|'t|of|ap|mac|mc|st\\."
)
_UPPER = (
    r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻ"
    r"ŽẸỌṢẠẢẤẦẨẪẬẮẰẲẴẶẺẼẾỀỂỄỆỈỊỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸȘȚ]"
)
_WORD = (
    rf"(?:(?!(?:Inc|Ltd|Co|LLC|Jr|Sr|Pty|Corp)\b){_UPPER}\w{{0,2}}\.(?=\s{_UPPER})|{_UPPER}\.(?:{_UPPER}\.)*|"
    rf"[dDoO]['’]{_UPPER}\w*|{_UPPER}[\w'’\u0300-\u036f\-]*)"
)
_NAME = re.compile(
    rf"(?<![\w@.\-/'’⟦_]){_WORD}(?:[ \-](?:(?:{_PARTICLES})[ '’]){{0,3}}{_WORD}){{0,6}}"
    rf"(?:,? (?:Jr|Sr|II|III|IV)\b\.?)?"
)
_TITLES = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Sr|Sra|Srta|Don|Doña|Mme|M|Mlle|Sig|Ing|Dhr|Mevr)\.? "
)
COMPANY = re.compile(
    r"\b(?:Ltd|Limited|LLC|L\.L\.C|Inc|Incorporated|Corp|Corporation|Co|Company|PLC|plc|LLP|LP|GmbH|AG|KG|UG|"
    r"OHG|GbR|e\.K|SE|SARL|SAS|SASU|EURL|SA|S\.A|S\.A\.S|S\.L|SL|SLU|S\.L\.U|S\.r\.l|Srl|SRL|S\.p\.A|SpA|"
    r"BV|B\.V|"
    r"NV|N\.V|VOF|Ltda|Ltda|ME|EIRELI|Lda|Unipessoal|Pty|Pte|Pvt|Sdn|Bhd|KK|K\.K|Trust|Foundation|Holdings?|"
    r"Group|Partners|Capital|Ventures|Fund|Estate|Trustees|AB|AS|ApS|Oy|CIC|Holding|Beteiligungs\w*|Family)\b"
)
"""A word that makes a name a company's, a trust's or a fund's."""

_NOT_NAMES_WORDS = """
    i i'm im i've i'll me my mine we we're we've us our ours you your he she they them it it's its he's
    she's who the a an this that these those there here yes no ok okay not and or but so if as at by for
    from in of on to with is are was were be been have has had do does did will would can could should
    may might hi hello hey dear thanks thank please sorry actually oh wait good morning afternoon
    evening all both each every equal equally owner owners owned owns own ownership shareholder
    shareholders share shares partner partners founder founders co-founder cofounder co-owner director
    directors ceo cfo managing member members sole only just name names full legal business company firm
    shop store trading type email e-mail mail phone tel telephone mobile cell contact website web site
    address registered turnover revenue sales annual years year since opened founded established iban
    vat ein abn tin gst gstin cnpj ssn licence license permit account acct routing bank sort code number
    no. monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december correction update nobody none half rest remaining
    currently now then well el la los las un una nuestro nuestra somos soy yo mi dueño dueña dueños
    dueñas propietario propietaria propietarios socio socia socios socias único única accionistas
    titular nombre correo teléfono dirección le les une nous je moi mon ma notre propriétaire
    propriétaires associé associée associés gérant gérante seul seule actionnaires actionnaire détenu
    nom adresse téléphone courriel der die das ein eine wir ich mein meine unser unsere inhaber
    inhaberin gesellschafter gesellschafterin eigentümer geschäftsführer geschäftsführerin alleiniger
    geschäft laden betrieb unternehmen
    alleinige firma adresse telefon o os as um uma nós eu meu minha dono dona sócio sócia sócios
    proprietário proprietária nome endereço il lo gli uno noi io mio mia titolare titolari soci socio
    unico unica indirizzo de het een wij ik mijn onze eigenaar eigenaren eigenaresse vennoot vennoten
    aandeelhouder aandeelhouders directeur naam adres best regards kind cheers sincerely saludos
    cordialmente cordialement grüße grüßen mit freundlichen saludo mr mrs ms dr subject re fwd sent also
    anything everything stake holding held hold holds split together between wife husband brother sister
    son daughter mother father mum dad cousin friend spouse hermano hermana esposa marido frau mann
    bruder schwester frère soeur sœur femme mari irmão irmã fratello sorella moglie broer zus ltd llc
    inc gmbh ssn usd eur gbp payouts website fifty sixty seventy forty thirty twenty ninety eighty i'd
    we'd we'll that's there's what how why when where which whoever let also plus minus percent prozent
    per ust-idnr steuernummer ust-id kvk btw siret siren tva cif nif iva partita oi hola bonjour guten
    tag moin servus ciao buongiorno olá bom dia goedemorgen hoi namaste konnichiwa g'day gidday equity
    cap table question questions answer owner's llp plc pty pte ihk hrb amtsgericht system assistant
    hier aquí ici aqui qui proprietor proprietress proprietors directors her his fella mate hubby
    missus kid capt captain inh einzelunternehmen einzelunternehmer einzelunternehmerin titolare
    shareholding uncle aunt nephew niece tío tía oncle tante onkel tio tia zio zia r y'all
    prospective
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
"""Words that may begin with a capital letter and are no part of a name."""


_ROLE = re.compile(r"(?:inhaber|gesellschafter|eigentümer|geschäftsführer|vorstand)(?:in|innen|s)?$")


class Name(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    text: str

    @property
    def is_company(self) -> bool:
        """Whether a word of it says company, trust or fund."""
        return bool(COMPANY.search(self.text))


def find_names(text: str) -> list[Name]:
    """Rows of capitalised words, without the words at both ends that are no names."""
    rows = [name for match in _NAME.finditer(text) for name in _trimmed(text, match)]
    return [_person(name) for row in rows for name in _divided(row)]


def _divided(name: Name) -> list[Name]:
    """ "Jorge Lacasa y Marta Oliván" are two people, "José Ortega y Gasset" is one."""
    joint = re.search(r"\s(?:y|e)\s(?=\S+\s)", name.text)
    if joint is None or name.is_company:
        return [name]
    first = Name(name.start, name.start + joint.start(), name.text[: joint.start()])
    second = Name(name.start + joint.end(), name.end, name.text[joint.end() :])
    return [first, *_divided(second)]


def _person(name: Name) -> Name:
    """ "Joost van Dalen van Fietsatelier …" is a person of a business: only the person counts."""
    if name.is_company:
        return name
    for match in re.finditer(rf"\s(?:van|von|de|du|di|da|do|del|della)\s(?={_UPPER})", name.text):
        rest = name.text[match.end() :]
        repeated = f"{match[0].strip()} " in name.text[: match.start() + 1]
        trade = [t for t in find_trades(rest) if t.start == 0 and t.weight]
        if " " in name.text[: match.start()] and (repeated or trade):
            return Name(name.start, name.start + match.start(), name.text[: match.start()])
    return name


def _trimmed(text: str, match: re.Match[str]) -> list[Name]:
    """The names in a row of capitalised words, which words that are no names divide."""
    found: list[Name] = []
    start: int | None = None
    end = 0
    for word in re.finditer(r"\S+", match[0]):
        plain = word[0].casefold().rstrip(".,").replace("’", "'")
        company = start is not None and bool(COMPANY.fullmatch(word[0].rstrip(".,")))
        inside = start is not None and (word[0].islower() or bool(re.fullmatch(_PARTICLES, plain)))
        elided = bool(re.match(r"[cjlnqst]['’][a-zà-ÿ]", word[0], re.IGNORECASE))
        role = bool(_ROLE.search(plain))
        if ((plain in _NOT_NAMES or role) and not company and not inside) or elided:
            found += _name(text, match.start(), start, end)
            start = None
        else:
            start = word.start() if start is None else start
            end = word.end()
    return found + _name(text, match.start(), start, end)


def _name(text: str, offset: int, start: int | None, end: int) -> list[Name]:
    if start is None:
        return []
    written = text[offset + start : offset + end]
    title = _TITLES.match(written)
    start += title.end() if title else 0
    written = text[offset + start : offset + end]
    initial = re.search(r"\b\w\.$", written) or re.search(r"\b(?:Jr|Sr)\.$", written)
    cut = len(written) - len(written.rstrip(".-'’")) if not initial else 0
    lower = re.match(rf"(?:(?:{_PARTICLES})\s)+", written)
    begin = lower.end() if lower else 0
    if len(written) - cut - begin < 2:
        return []
    return [Name(offset + start + begin, offset + end - cut, written[begin : len(written) - cut])]


def is_word_of_a_name(word: str) -> bool:
    """Whether a word may be part of a name that is written in lower case."""
    return word.casefold() not in _NOT_NAMES and word.isalpha()
