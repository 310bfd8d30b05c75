"""Whose words are meant, and whether they hold: other people's, hypothetical, planned, former, denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_I = re.IGNORECASE

_PEOPLE = (
    r"mob|neighbou?rs?|friends?|mates?|competitors?|competition|rivals?|cousin|brother(?:-in-law)?|"
    r"sister(?:-in-law)?|dad|father|"
    r"mum|mom|mother|uncle|aunt|grand\w+|parents|landlord|landlady|supplier|accountant|bookkeeper|nephew|"
    r"niece|buddy|guys?|people|"
    r"bloke|lady|man|franchise|chain|employer|boss|customer|client|web (?:guy|designer|developer|agency)|"
    r"husband|wife|son|daughter|"
    r"flatmate|roommate|insurer|colleague|ex|in-laws?|tenant"
)
_BUSINESSES = (
    r"shop|stall|place|company|bakery|caf[eé]|store|restaurant|business|agency|firm|bar|pub|salon|gym|"
    r"chain|studio"
)
_DOING = (
    r"(?=[^,.;]{0,40}\b(?:makes?|made|does|do|did|turns?|earns?|pays?|takes?|took|gets?|has|have|had|"
    r"runs?|ran|owns?|sells?|sold|"
    r"grosse[sd]|brings?|was|were|is|are|clears?|pulls?|rakes?|started|opened|fished|worked|use[sd]?|"
    r"charge[sd]?|built|made|been|"
    r"in|on|down|across|next|over|round|around|opposite|nearby|up)\b)"
)
_OTHERS = re.compile(
    rf"\b(?:the|our|my|a|an|some|your|their|his|her|this|that|one of (?:our|my)|every|other|"
    rf"another)(?: (?:other|big\w*|local|old|best|good|next-door|new|rich))?"
    rf"[ -](?:{_PEOPLE})(?:['’]?s)?\b{_DOING}|"
    r"\b(?:not count\w*|not includ\w*|excluding|apart from|leaving out)\b|"
    rf"\b(?:another|some other|other|every other|their|his|her|your|one|that)(?: (?:big\w*|local|old|"
    rf"other))? (?:{_BUSINESSES})s?\b{_DOING}|"
    r"\b(?:neighbou?rs?|competitors?|friends?|mates?|people|others|they|he|she|guys|everyone else|"
    r"chains?) (?:of (?:mine|ours) )?(?:across|down|next|over|round|opposite|nearby|who|that|make|makes|"
    r"made|does|do|did|turn|turns|earn|earns|pay|pays|take|takes|get|gets|has|had|claims?|reckons?)\b|"
    r"\b(?:across the (?:road|street)|next door|down the (?:road|street)|over the road|round the corner)\b|"
    r"\b(?:el vecino|los vecinos|mi (?:amig[oa]|prim[oa]|herman[oa]|cuñad[oa]|padre|madre)|la competencia|"
    r"el de al lado|los de enfrente|un amigo)\b|"
    r"\b(?:le voisin|la voisine|les voisins|mon (?:ami|cousin|frère|père|voisin|concurrent)|ma (?:sœur|"
    r"cousine|voisine|mère)|le concurrent|la concurrence|celui d'en face)\b|"
    r"\b(?:der nachbar|die nachbarn|unser nachbar|mein (?:freund|bruder|vater|cousin|nachbar|schwager)|"
    r"meine (?:freundin|schwester|mutter)|die konkurrenz|der wettbewerber|(?:der|die) gegenüber|"
    r"nebenan)\b|"
    r"\b(?:o vizinho|os vizinhos|meu (?:amigo|primo|irmão|pai|vizinho)|minha (?:amiga|irmã|mãe)|"
    r"a concorrência|o concorrente)\b|"
    r"\b(?:il vicino|i vicini|mio (?:amico|cugino|fratello|padre)|la concorrenza|il concorrente)\b|"
    r"\b(?:de buurman|de buren|mijn (?:vriend|broer|vader|neef)|de concurrent\w*)\b|"
    r"\b(?:the )?(?:previous|former|last|old) (?:owner|tenant|company|employer)s?\b",
    _I,
)
_FIRST_PERSON = re.compile(
    r"\b(?:we|we're|we've|we'd|i|i'm|i've|our|ours|us|mine|ourselves|me|nosotros|nuestr[oa]s?|facturamos|"
    r"somos|tenemos|llevamos|nous|notre|nos|on|wir|unser\w*|"
    r"ich|nós|nosso|nossa|faturamos|noi|nostr[oa]|fatturiamo|wij|we|onze|ons|the business itself|"
    r"the business|truth is|real(?:ly|ity)?|actually|myself)\b",
    _I,
)
_REPORTED = re.compile(r"\b(?:says?|said|reckons?|tells?|told|confirms?|dice|dit|sagt|diz|dice|zegt)\b", _I)
_IF = re.compile(
    r"\b(?:if (?:i|we|it|things|you|the|they|only)|"
    r"(?<!turnover )(?<!revenue )(?<!sales )(?<!takings )(?<!income )(?<!that )"
    r"(?:would|could|might|i'd|we'd)(?! (?:like|love|need|"
    r"say|want|rather|prefer|be happy|appreciate|be glad|call|be (?:at|around|about|roughly))\b)|"
    r"maybe|perhaps|may be able|thinking (?:of|about)|planning (?:to|on) (?:open|start|launch|set)\w*|"
    r"imagine|suppose|hypothetically|in theory|dream\w*|wish|were to|"
    r"si (?:tuviera|tuviéramos|hubiera|pudiera)\w*|podríamos|facturaría\w*|si (?:j'avais|nous avions|"
    r"on avait)|ferait|ferions|pourrait|pourrions|wenn (?:ich|wir)|würde\w*|könnte\w*|hätte\w*|"
    r"se (?:tivesse|tivéssemos|eu tivesse|avessi|avessimo)|faria\w*|poderia\w*|farei|potrebbe\w*|"
    r"als (?:ik|we|wij)|zou\w*)\b",
    _I,
)
_PLAN_WORDS = (
    r"target(?:s|ing|ed)?|forecast\w*|project(?:ed|ion|ions|ing)|goals?|aim(?:ing)?|hop(?:e|ing|"
    r"efully)|plan(?:s|ned|ning)?|expect\w*|next (?:year|month|season|spring|summer|fiscal)|"
    r"by (?:the end of )?20\d\d|"
    r"will (?:be|open|hit|reach|do|make|have|launch|start|grow|sell|move|add)|going to|budgeted|ambition|"
    r"soon|upcoming|future|intend|want to (?:hit|reach|get to|grow|open)|aspir\w*|in (?:five|three|two|"
    r"\d) years(?:' time)?|"
    r"objetivo|previsión|previsto|esperamos|el (?:año|próximo) que viene|próximo año|el año próximo|"
    r"queremos llegar|objectif|prévision\w*|prévu\w*|espérons|l'année prochaine|an prochain|"
    r"ziel|prognose|geplant|planen|nächstes jahr|kommendes jahr|erwarten|hoffen|soll(?:en)?|wollen|werden|"
    r"meta|previsão|projeção|ano que vem|próximo ano|obiettivo|previsione|prossimo anno|l'anno prossimo|"
    r"doel|verwacht\w*|volgend jaar|prognoses|hopen|"
    r"peilen|anpeilen|anstreben|(?:on|nous) vis(?:e|ons)|visons|visant|viser|apuntamos|el que viene"
)
_PLANS = re.compile(rf"\b(?:{_PLAN_WORDS})\b", _I)
_FORMER = re.compile(
    r"\b(?:used to|no longer|not any ?more|any ?more|formerly|previously|before covid|pre-?covid|"
    r"pre-?pandemic|old (?:one|address|number|site|fund|job|company|email|mail|account|shop|place|website|"
    r"domain|business)|"
    r"years? ago we (?:made|did)|back (?:in|when|then)|in our first year|(?:our )?first year|first year|"
    r"year before(?: last)?|two years ago|at (?:our|its) peak|my (?:old|former|previous|ex)\b|"
    r"previous (?:one|address|job|company|business|year)|"
    r"ya no|antes|antigu[oa]s?|anterior(?:es)?|ancien(?:ne)?s?|ne plus|n'est plus|avant|früher\w*|"
    r"nicht mehr|alte[nrms]?|ehemalig\w*|vorher\w*|não (?:é )?mais|antig[oa]s?|non più|vecchi[oa]|"
    r"precedente|niet meer|vroeger|oude|voormalig\w*)\b",
    _I,
)
_BREAK = re.compile(
    rf"\s+(?:and|y|et|und|e|en|ed)\s(?=[^,.;]{{0,24}}\b(?:{_PLAN_WORDS})\b)|"
    r"\s+(?:and|y|et|und|e|en)\s(?=[£$€₹₦¥]\s?\d)|"
    r"\s*(?:,\s*)?\b(?:but|however|whereas|though|although|while|pero|aunque|mientras|mais|alors que|aber|"
    r"sondern|doch|während|mas|porém|ma|però|mentre|maar|terwijl)\b|\s[–—-]\s|;\s|:\s",
    _I,
)


class Clause(NamedTuple):
    """A part of a sentence between commas and words like "but", with whom and when it is about."""

    start: int
    end: int
    others: bool
    hypothetical: bool
    planned: bool
    former: bool

    @property
    def holds(self) -> bool:
        """Whether it is the merchant's own present state."""
        return not (self.others or self.hypothetical or self.planned or self.former)


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a sentence in their order, covering all of it."""
    found: list[Clause] = []
    others = False
    for start, end in _segments(text):
        hypothetical = False
        for part_start, part_end in _parts(text, start, end):
            part = text[part_start:part_end]
            about_others = bool(_OTHERS.search(part))
            own = bool(_FIRST_PERSON.search(_OTHERS.sub(" ", part)))
            reported = bool(_REPORTED.search(part))  # "he says it's 245k" tells about the merchant
            others = (about_others and not _owns_first(part)) or (others and not own and not reported)
            hypothetical = hypothetical or bool(_IF.search(part))
            found.append(
                Clause(
                    part_start,
                    part_end,
                    others,
                    hypothetical,
                    bool(_PLANS.search(part)),
                    bool(_FORMER.search(part)),
                )
            )
    return tuple(found)


def _owns_first(part: str) -> bool:
    """Whether the clause is about the writer although it names others ("I own 60 % with my sister")."""
    first, other = _FIRST_PERSON.search(part), _OTHERS.search(part)
    return bool(first and other and first.start() < other.start() and first.end() <= other.start())


def _segments(text: str) -> list[tuple[int, int]]:
    bounds = [0, *(match.start() for match in _BREAK.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    # A comma inside a number ("$640,000") divides nothing.
    cuts = [match.end() for match in re.finditer(r",(?!\d)|[()]", text[start:end])]
    bounds = [start, *(start + cut for cut in cuts), end]
    return [(a, b) for a, b in pairwise(bounds) if b > a]


def clause_at(found: Sequence[Clause], position: int) -> Clause:
    """The clause that a position in the sentence belongs to."""
    return next((c for c in found if c.start <= position < c.end), found[-1])
