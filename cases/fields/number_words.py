"""Number words by language: plain values, scales, and the words for halves."""

from __future__ import annotations

UNITS: dict[str, str] = {
    "en": "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
    "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 "
    "twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 "
    "dozen=12",
    "es": "uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 "
    "trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17 dieciocho=18 "
    "diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 "
    "veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 "
    "cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 ciento=100 doscientos=200 "
    "doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 "
    "quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 "
    "ochocientos=800 ochocientas=800 novecientos=900 novecientas=900",
    "fr": "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
    "treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 "
    "soixante=60 septante=70 huitante=80 octante=80 nonante=90 quatre-vingt=80 quatre-vingts=80 "
    "quatre-vingt-dix=90 soixante-dix=70 dizaine=10 quinzaine=15 vingtaine=20 trentaine=30",
    "de": "eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 "
    "dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 "
    "dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 "
    "zweieinhalb=2.5 dreieinhalb=3.5 viereinhalb=4.5 anderthalb=1.5 eineinhalb=1.5",
    "pt": "dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 "
    "treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezoito=18 "
    "dezenove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 "
    "noventa=90 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 "
    "quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900",
    "it": "due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 "
    "tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 "
    "venti=20 trenta=30 quaranta=40 cinquanta=50 sessanta=60 settanta=70 ottanta=80 novanta=90",
    "nl": "één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 "
    "dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 "
    "dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 anderhalf=1.5 "
    "tweeënhalf=2.5",
}

ONES: dict[str, str] = {
    "en": "a an",
    "es": "un una",
    "fr": "un une",
    "de": "ein eine einen einer",
    "pt": "um uma",
    "it": "un una uno",
    "nl": "een",
}
"""Articles: they count as one only in front of a scale ("a million", "un millón")."""

SCALES: dict[str, str] = {
    "en": "hundred=100 thousand=1000 thousands=1000 thou=1000 grand=1000 k=1000 million=1e6 "
    "millions=1e6 mil=1e6 mill=1e6 mln=1e6 mn=1e6 mm=1e6 m=1e6 mio=1e6 billion=1e9 bn=1e9 b=1e9 "
    "lakh=1e5 lakhs=1e5 lac=1e5 lacs=1e5 crore=1e7 crores=1e7 cr=1e7",
    "es": "cien=100 mil=1000 millón=1e6 millon=1e6 millones=1e6 k=1000 m=1e6",
    "fr": "cent=100 cents=100 mille=1000 million=1e6 millions=1e6 milliard=1e9 milliards=1e9 k=1000 m=1e6",
    "de": "hundert=100 tausend=1000 tsd=1000 tds=1000 million=1e6 millionen=1e6 mio=1e6 mrd=1e9 "
    "milliarde=1e9 milliarden=1e9 k=1000 m=1e6",
    "pt": "cem=100 mil=1000 milhão=1e6 milhao=1e6 milhões=1e6 milhoes=1e6 mi=1e6 bilhão=1e9 k=1000 m=1e6",
    "it": "cento=100 mille=1000 mila=1000 milione=1e6 milioni=1e6 mln=1e6 miliardo=1e9 miliardi=1e9 "
    "k=1000 m=1e6",
    "nl": "honderd=100 duizend=1000 miljoen=1e6 mln=1e6 miljard=1e9 k=1000 m=1e6 "
    # Of the languages that are not read as a whole, what stands between digits and a currency.
    "tusen=1000 miljon=1e6 miljoner=1e6 millioner=1e6 mio=1e6 tys=1000 tysięcy=1000 miliony=1e6 milionów=1e6",
}

HALVES: dict[str, str] = {
    "en": "half",
    "es": "medio media",
    "fr": "demi demie",
    "de": "halb halbe halbes",
    "pt": "meio meia",
    "it": "mezzo mezza",
    "nl": "half halve",
}

JOINERS: dict[str, str] = {
    "en": "and a of",
    "es": "y de",
    "fr": "et de d'",
    "de": "und",
    "pt": "e de",
    "it": "e di",
    "nl": "en",
}

POINTS = frozenset({"point", "virgule", "komma", "coma", "virgola", "vírgula", "punto"})
"""Words for the decimal separator: "two point four million"."""

_ONLY_IN_OWN_LANGUAGE_WORDS = """
    once due cent cents sei on elf acht mil mi b m tre a an e y en et un um een ein of mille six media
    nove sette cento d' de di und and mm
"""
ONLY_IN_OWN_LANGUAGE = frozenset(_ONLY_IN_OWN_LANGUAGE_WORDS.split())
"""Words that mean something else in another language of the list."""
