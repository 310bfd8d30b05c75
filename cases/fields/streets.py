"""Streets, postcodes and parts of a building as they are written in different countries."""

from __future__ import annotations

import re

_SHORT = r"(?:St|Ste|Dr|Mt|Ft|Gen|Col|Sgt|Rev|Mgr|Prof|Sta|Sto|Hl|Gral|Pres|Cap|Av|[A-Z])\."
_W = rf"(?:{_SHORT}|[^\W\d_][\w'’\-]{{0,40}})"  # a word
_CAP = rf"(?:{_SHORT}|(?-i:[^\W\d_a-zß-öø-ÿ])[\w'’\-]{{0,40}})"  # a capitalised word
_NAME = r"(?-i:[^\W\d_a-zß-öø-ÿ])[\w'’\-]{0,40}"  # the same without a full stop
_NO = (
    r"\d{1,5}(?:[ ]?(?-i:[A-Za-z])(?![^\W_]))?"
    r"(?:[ ]?[-–/][ ]?\d{1,5}[A-Za-z]?|[-/](?-i:[A-Z]{1,3}|hs|bis)(?![^\W_])){0,3}"
)

_ENGLISH = (
    "street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|parade|pde|"
    "terrace|tce|crescent|cres|close|highway|hwy|parkway|pkwy|quay|quays|wharf|row|walk|mews|gardens|hill|"
    "green|"
    "broadway|mall|esplanade|embankment|circle|cir|trail|pike|turnpike|loop|alley|plaza|bypass|marg|nagar|"
    "chowk|"
    "salai|path|gate|yard|yards|arcade|promenade|strand|grove|rise|vale|view|bridge|park|estate|freeway|fwy|"
    "expressway|causeway|crossing|heights|industrial estate|business park|trading estate|concourse|ring road|"
    "main road|cross|block|wynd|brae|parkade|link|drive|jalan|steps|croft|cottages|corner|pier|dock|docks|"
    "harbour|marina|point|"
    "mill|mills|buildings|junction|crossroads|fields|meadows?|lawn|common|brow|side|end|farm|barn|market|"
    "marketplace|precinct|quarter|lorong|campus|ghat|bagh|vihar|puram|enclave|phase \\d"
)
_ENGLISH_STREET = (
    rf"(?:no\.?[ ]?|#[ ]?)?{_NO},?[ ](?:(?:[nsew]|ne|nw|se|sw|north|south|east|west)\.?[ ])?"
    rf"(?:(?:the|\d{{1,3}}(?:st|nd|rd|th)|{_W})[ ]){{0,4}}?(?:{_ENGLISH})\b\.?"
    # Many a street is called after another kind of place: Harbour Lane, Market Street, Park Avenue.
    rf"(?:[ ](?:{_ENGLISH})\b\.?){{0,2}}"
    rf"(?:[ ](?:[nsew]|ne|nw|se|sw|north|south|east|west|upper|"
    rf"lower)\b(?![ ][a-z]{{2}}[ ]\d))?(?:[ ]\d{{1,4}}(?![\d\-])(?=[ ]?(?:,|$|\n|#)))?"
)
_ROMANCE = (
    r"rue|avenue|av\.?|ave\.?|bd\.?|boulevard|bvd\.?|place|quai|chemin|allée|allee|impasse|cours|route|"
    r"passage|"
    r"faubourg|square|esplanade|calle|c/|c\.|cl\.|avda\.?|avenida|plaza|pza\.?|paseo|pº|carrer|ronda|camino|"
    r"travesía|travesia|rambla|gran vía|carretera|ctra\.?|polígono|pol\.|rua|r\.|rod\.|travessa|tv\.|praça|"
    r"largo|alameda|"
    r"al\.|rodovia|estrada|via|viale|v\.le|piazza|p\.za|corso|c\.so|vicolo|piazzale|strada|lungomare|calzada|"
    r"calz\.|blvd\.?|bv\.|bvar\.?|cll\.?|carrera|cra\.?|diagonal|transversal|jr\.|jirón|pasaje|psje\.?|"
    r"prolongación|rúa|plaça|passeig"
)
_ROMANCE_NAME = rf"(?:(?:{_SHORT}|[\w'’\-ºª°]{{1,40}})[ ]){{0,6}}?[\w'’\-]{{1,40}}"
_FRENCH_NUMBER = (
    "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    "quarante|cinquante|soixante|cent"
)
_FRENCH_DICTATED = (
    rf"(?:{_NO}|(?:{_FRENCH_NUMBER})(?:[ -](?:et[ -])?(?:{_FRENCH_NUMBER})){{0,4}})[ ](?:bis[ ]|ter[ ])?"
    r"(?:rue|avenue|boulevard|place|quai|chemin|allée|impasse|cours|route)(?:[ '’\-][^\W\d_]+){1,5}?"
    r"(?=[ ]?(?:,|$|\n|\d{5}\b)|[ ](?:à|dans|code|et)[ ])"
)
""" "12 rue victor hugo à lyon", without a capital to tell where the name ends."""

_SPANISH_NUMBER = (
    r"(?:(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\w{3,5}|"
    r"veinte|veinti\w{3,6}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento)"
    r"(?:[ ]y[ ]\w{2,6}|[ ](?:veinte|treinta|cuarenta|cincuenta))?)"
)
_ROMANCE_STREET = (
    r"(?:\b(?:calle|cl\.?|cll\.?|carrera|cra\.?|kr\.?|diagonal|transversal|avenida|av\.?)[ ]\d{1,3}"
    r"[ ]?[a-z]{0,2}"
    r"(?:[ ]bis)?[ ]?(?:#|no\.?|n°|nº)[ ]?\d{1,3}[ ]?[a-z]?[ ]?-[ ]?\d{1,3}"
    rf"|{_NO}[ ]?(?:bis|ter|quater)?,?[ ](?:{_ROMANCE})[ ](?:(?:d[eu]s?|la|le|les|l'|du|der?)[ ])*"
    rf"{_CAP}(?:(?:[ ]|-)(?:d[eu]s?|la|le|les|et|du|{_CAP}))*"
    rf"|\b(?:{_ROMANCE})(?:\b|(?<=[./º]))[ ]?{_ROMANCE_NAME},?[ ](?:n[º°.o]*[ ]?|núm\.?[ ]?|"
    rf"nº[ ]?)?(?:{_NO}|s/n|{_SPANISH_NUMBER})(?:[ ]?(?:bis|ter))?"
    r"(?:[ ]?[-–,][ ]?(?:\d{1,3}[ ]?[ºª°][ ]?[\w\d]{0,4}|(?:bajo|sala|loja|apto\.?|piso|puerta|local|"
    r"conj\.?|esc\.?|izq\w*|dcha)[ ]?[\w\d]{0,5}(?:[ ][A-Z\d])?)\b)*)"
)
_GERMAN_NUMBER = (
    r"(?:(?:ein|eins|zwei|drei|vier|fünf|sechs|sech|sieben|sieb|acht|neun|zehn|elf|zwölf|und|zwanzig|zig|"
    r"ßig|hundert){1,8})(?![^\W_])"
)
_GERMAN_STREET = (
    rf"(?:(?:{_CAP}[ ]){{0,2}}[\w.\-]{{0,40}}(?:straße|strasse|str\.|gasse|weg|platz|allee|ring|damm|ufer|"
    r"markt|"
    rf"chaussee|"
    rf"steig|graben|zeile|kai|promenade|berg|hof|feld|wiese|tor|linden)|"
    rf"\b(?:am|an der|an den|auf der|auf dem|im|in der|unter den|zum|zur|hinter der|vor dem|alter|alte|"
    rf"neuer)[ ]{_CAP}(?:[ ]{_CAP})?(?=[ ]\d{{1,3}}(?!\d)))[ ](?:{_NO}|{_GERMAN_NUMBER})"
)
_DUTCH_STREET = (
    rf"(?:{_CAP}[ ]|van[ ]|de[ ]|den[ ]|der[ ]){{0,4}}[\w'’.\-]{{0,40}}(?:straat|laan|weg|gracht|plein|kade|"
    r"dijk|"
    rf"singel|steeg|markt|hof|"
    rf"baan|dreef|pad|haven|wal|burgwal|vest|ring|park|kamp|veld)[ ]{_NO}"
)
_JAPANESE_STREET = (
    rf"(?:{_CAP}[ ])?\d{{1,3}}-\d{{1,3}}(?:-\d{{1,3}})?(?:[ ](?:{_CAP}|\d{{1,2}}-jo))*|"
    r"\d{1,2}-chome(?:[ \-][\w\-]+){1,4}"
)
_NORDIC_STREET = rf"(?:{_CAP}[ ]){{0,2}}[\w\-]{{1,40}}(?:gatan|vägen|vej|gade|veien|gata|katu|tie)[ ]{_NO}"
_SLAVIC_STREET = rf"(?:ulica|ul\.|os\.|pl\.|plac|nám\.)[ ]?{_CAP}(?:[ ]{_CAP}){{0,3}}[ ]{_NO}"

_POST_BOX = (
    r"(?:p\.?[ ]?o\.?[ ]?box|postfach|apartado(?: de correos| postal)?|postbus)[ ]\d{1,6}(?:[ ]\d\d){0,2}"
    r"(?:,?[ ](?:station|stn)[ ](?-i:[A-Z])\b)?"
)
_WORDS_OF_TENS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred"
)
_DICTATED = (
    rf"(?:{_WORDS_OF_TENS})(?:[ -](?:and[ ])?(?:{_WORDS_OF_TENS})){{0,4}}[ ](?:{_W}[ ]){{1,3}}?"
    r"(?:street|avenue|road|lane|drive|boulevard|way|court|place|square|terrace|crescent|highway)\b"
)
""" "Twelve hundred Main Street", as one says it."""


STREET = re.compile(
    rf"(?<![^\W_])(?:{_POST_BOX}|{_DICTATED}|{_FRENCH_DICTATED}|{_ROMANCE_STREET}|{_ENGLISH_STREET}|{_GERMAN_STREET}|{_DUTCH_STREET}|{_NORDIC_STREET}|"
    rf"{_SLAVIC_STREET})"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_SMALL = "van|de|der|den|del|la|le|las|los|da|do|dos|di|du|des"
LOOSE_STREET = re.compile(
    rf"(?<![\w$€£¥₹.,])(?:(?:no\.?[ ]?|#[ ]?|plot[ ]|km\.?[ ])?{_NO}[ ](?:the[ ])?{_CAP}(?:[ ]{_CAP}){{0,4}}"
    rf"|{_JAPANESE_STREET}"
    rf"|{_NAME}(?:[ ](?:{_NAME}|{_SMALL})){{0,4}}[ ](?:(?:no|nr|n°|nº)\.?[ ]?)?{_NO})(?![^\W_])",
    re.IGNORECASE,
)
"""A number and a name: a street only where a postcode or a question says that this is an address."""

_STREET_WORD = (
    r"(?:Street|Road|Lane|Avenue|Drive|Square|Terrace|Crescent|Close|Place|Row|Hill|Way|Park|Quay|Parade|"
    r"Yard|"
    r"Green|Marg|Bazaar|Nagar|Estate|Mews|Gardens)"
)
NAMED_STREET = re.compile(rf"(?<![\w$€£])(?:{_NAME}[ ]){{1,3}}{_STREET_WORD}(?![^\W_])")
"""A street without a number: only beside a postcode."""

UNIT = re.compile(
    r"(?:(?:suite|ste|unit|flat|apt|apartment|floor|fl|level|lvl|shop|office|studio|room|rm|bay|block|blk|"
    r"building|"
    r"bldg|tower|warehouse|kiosk|stall|plot|lot|door|gate|ground floor|first floor|second floor|third floor|"
    r"top floor|basement|piso|planta|bajos?|baixos|entresuelo|ático|rez-de-chaussée|rdc|erdgeschoss|parterre|"
    r"eg|bus|bte|cj|fração|local|oficina|puerta|sala|loja|conjunto|conj|bloco|apto|andar|"
    r"étage|bât|bureau|top|stiege|tür|"
    r"bâtiment|appartement|zone|etage|og|hinterhaus|interno|scala|int|no|no\.|nave|box|p\.?o\.? box|"
    r"rr|r\.r\.|rural route|house no\.?|door no\.?|shop no\.?|h\.? ?no\.?)\b\.?\s?(?:no\.?\s?|"
    r"#\s?)?[\w\-/&]{0,8}(?:\.\d{1,3})?(?:\s?(?:floor|level))?"
    r"|(?:lieu-?dit|hameau|cortijo|finca|fazenda|zone|parc|zi|za|zac|polígono|poligono|résidence|residence|residencial|lotissement|quartier|"
    r"urbanización|"
    r"gewerbepark|gewerbegebiet|industriepark|centre commercial|centro comercial)\b[\w'’ .\-]{0,40}"
    r"|#\s?[\w\-]{1,8}|\d{1,3}(?:st|nd|rd|th)\s(?:floor|fl\.?|level)|(?:ground|first|second|third|upper|"
    r"lower|top)\sfloor"
    r"|\d{1,2}[ºª°]\s?\w{0,4}|\d{1,2}(?:r|n|t|è|a|o|er|ro|do)(?:[ -]\d{1,2}(?:r|n|t|è|a|o))?|"
    r"\d\.\s?(?:og|stock|etage)|[\w'’ ]{2,30}\s(?:house|building|centre|center|"
    r"mall|complex|towers?|chambers|"
    r"plaza|mills?|works|arcade|court|park|business park|industrial estate|estate|retail park|market|"
    r"farm|barn|cottage|stables))",
    re.IGNORECASE,
)

_UK = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}"
_CANADA = r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\s?\d[ABCEGHJ-NPRSTV-Z]\d"
_EIRCODE = r"(?:[A-Z]\d{2}|D6W)\s?(?=[A-Z0-9]*\d)[A-Z0-9]{4}"
_NETHERLANDS = r"[1-9]\d{3}(?:\s?(?-i:[A-Z]{2})|(?!km|kg|mm|cm|ml|pm|am|pa|eu)(?-i:[a-z]{2}))"
_DIGITS = (
    r"〒?\s?\d{3}-\d{4}|\d{5}-\d{3}|\d{5}-\d{4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3}\s\d{3}|\d{3}\s\d{2}|\d{4,6}"
)
POSTCODES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (country, re.compile(pattern, re.IGNORECASE))
    for country, pattern in (
        ("GB", _UK),
        ("CA", _CANADA),
        ("IE", _EIRCODE),
        ("NL", _NETHERLANDS),
        ("BR", r"\d{5}-\d{3}"),
        ("PT", r"\d{4}-\d{3}"),
        ("JP", r"〒?\s?\d{3}-\d{4}"),
    )
)
"""Postcodes whose shape belongs to one country."""

_ARGENTINA = r"(?-i:[A-HJ-NP-Z]\d{4}(?:[A-Z]{3})?)"
POSTCODE = rf"(?:{_UK}|{_ARGENTINA}|{_CANADA}|{_EIRCODE}|{_NETHERLANDS}|(?:(?:[A-Z]{{1,2}}-)?(?:{_DIGITS})))"


def is_unit(part: str) -> bool:
    """Whether a part names a suite, a floor or a building; "FL 33609" is Florida's code, no floor."""
    return bool(UNIT.fullmatch(part)) and not re.fullmatch(r"fl \d{5}(?:-\d{4})?", part, re.IGNORECASE)
