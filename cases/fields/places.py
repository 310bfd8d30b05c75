"""Countries, regions and cities: how they are written, and which country an application is of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol, cast

import phonenumbers
import pycountry
from babel import Locale

from cases.application import Application
from cases.fields.cities import countries_by_city

_ALIASES = {
    "US": "usa|u.s.a.|u.s.|united states of america|the united states|america|the us|the states|ee.uu.|eeuu|"
    "états-unis|us",
    "GB": "uk|u.k.|great britain|britain|england|scotland|wales|northern ireland|the united kingdom|"
    "inglaterra|angleterre|grossbritannien",
    "IE": "eire|éire|republic of ireland|rep. of ireland|roi",
    "NL": "holland|the netherlands|netherlands",
    "AE": "uae|u.a.e.",
    "CZ": "czech republic",
    "KR": "south korea|korea",
    "DE": "deutschland|brd",
    "BR": "brasil",
    "HK": "hong kong|hongkong",
    "SG": "singapore",
    "JP": "日本|nippon",
    "ES": "españa|espana|spain",
}
_LANGUAGES = ("en", "es", "fr", "de", "pt", "it", "nl")


@lru_cache(maxsize=1)
def countries_by_name() -> dict[str, str]:
    """Country name or usual alias, in lower case and several languages → ISO 3166-1 alpha-2."""
    names: dict[str, str] = {}
    for language in _LANGUAGES:
        territories = cast("Mapping[str, str]", Locale(language).territories)
        for code, name in territories.items():
            if re.fullmatch(r"[A-Z]{2}", code) and pycountry.countries.get(alpha_2=code):
                names.setdefault(name.casefold().replace("'", "’"), code)
    for code in _OWN_NAMES.split():
        own = cast("Mapping[str, str]", Locale.parse(f"und_{code}").territories)
        names.setdefault(own[code].casefold(), code)
    for code, aliases in _ALIASES.items():
        names.update(dict.fromkeys(aliases.split("|"), code))
    names.pop("georgia", None)  # the state is written far more often than the country
    return names


_OWN_NAMES = "DK SE NO FI PL CZ HU RO HR TR"
"""Countries that are written in their own language too, which is none of the seven."""

_HISTORIC = (
    "berkshire|bedfordshire|cheshire|middlesex|yorkshire|south yorkshire|west yorkshire|tyne and wear|"
    "merseyside|"
    "west midlands|greater manchester|greater london|northamptonshire|cumbria|county durham|avon|humberside|"
    "sussex|somerset|clwyd|dyfed|gwent|mid glamorgan|south glamorgan|west glamorgan|perthshire|ayrshire|"
    "lanarkshire|"
    "inverness-shire|co down|co antrim|co armagh|co tyrone|co fermanagh"
)
"""Counties of Britain that are written in addresses and are no administrative units today."""

_COMMON = {
    "AU": "act nsw nt qld sa tas vic wa",
    "CA": "ab bc mb nb nl ns nt nu on pe qc sk yt",
    "IN": "",
    "NG": "fct",
    "MX": "cdmx edomex ags chih coah dgo gto hgo jal nay n.l oax qro q.roo slp tamps tlax yuc zac",
    "BR": "ac al ap am ba ce df es go ma mt ms mg pa pb pr pe pi rj rn rs ro rr sc sp se to",
    "US": "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny "
    "nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr",
    "IT": "ag al an ao ar ap at av ba bt bl bn bg bi bo bz bs br ca cl cb ce ct cz ch co cs cr kr cn en fm "
    "fe fi fg fc fr ge go gr im is sp aq lt le lc li lo lu mc mn ms mt me mi mo mb na no nu or pd pa pr pv "
    "pg pu pe pc pi pt pn pz po rg ra rc re ri rn rm ro sa ss sv si sr so su ta te tr tn tp ts to tv ud va "
    "ve vb vc vr vv vi vt",
}
_REGION_COUNTRIES = (
    "US", "CA", "AU", "IN", "BR", "NG", "MX", "GB", "IE", "ES",
    "IT", "JP", "MY", "ZA", "CN", "AR", "DE", "CH", "AT", "NL", "CO", "NZ",
)  # fmt: skip


def unaccented(text: str) -> str:
    """Lower case without accents: region names differ in them from how people write them."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


class _Subdivision(Protocol):
    code: str
    name: str


class _Subdivisions(Protocol):
    def get(self, *, country_code: str) -> Sequence[_Subdivision] | None: ...


def _subdivisions(country: str) -> Sequence[_Subdivision]:
    """The regions of a country (ISO 3166-2); the library comes without types."""
    return cast("_Subdivisions", pycountry.subdivisions).get(country_code=country) or ()


@lru_cache(maxsize=1)
def countries_by_region() -> dict[str, tuple[str, ...]]:
    """Region name in lower case → countries that have it (those where regions are written)."""
    found: dict[str, tuple[str, ...]] = {}
    for country in _REGION_COUNTRIES:
        for subdivision in _subdivisions(country):
            for name in (subdivision.name, subdivision.name.partition(" [")[0], *subdivision.name.split("/")):
                key = unaccented(name)
                if country not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), country)
    for name in _HISTORIC.split("|"):
        found[name] = (*found.get(name, ()), "GB")
    for name, country in {"wash. d.c.": "US", "d.c.": "US", "calif": "US", "mass": "US", "tex": "US"}.items():
        found[name] = (country,)
    return found


def countries_of_region(written: str) -> tuple[str, ...]:
    """The countries that a region, by name or by its usual code ("TX", "Karnataka"), may be in."""
    name = unaccented(written.strip().rstrip("."))
    by_code = tuple(country for country, codes in _COMMON.items() if name in codes.split())
    named = countries_by_region().get(name, ())
    if re.fullmatch(r"(?:co\.?|county) [^\W\d_]{4,}(?: [^\W\d_]+)?", name):
        named = (*named, "IE", "GB")
    if name.endswith(" state"):
        named = (*named, *countries_by_region().get(name.removesuffix(" state"), ()))
    return (*by_code, *(country for country in named if country not in by_code))


def region_name(country: str, code: str) -> str:
    """The name of a region by its country and code, in lower case without accents; "" if unknown."""
    wanted = f"{country}-{code.upper()}"
    return next((unaccented(s.name) for s in _subdivisions(country) if s.code == wanted), "")


def country_named(written: str) -> str | None:
    """The country whose name (not code) a text is exactly."""
    name = re.sub(r"\s+", " ", written.strip().casefold().strip(".,;:!() ")).replace("'", "’")
    return countries_by_name().get(name) or countries_by_name().get(name + ".")


_LONGEST_NAME = 4


def country_of(text: str) -> str | None:
    """The one country that a text names; None if it names none or several."""
    if exact := country_named(text):
        return exact
    if re.fullmatch(r"[A-Z]{2}", text.strip()) and pycountry.countries.get(alpha_2=text.strip()):
        return text.strip()
    found = set(_countries_named(text))
    return found.pop() if len(found) == 1 else None


def _countries_named(text: str) -> Iterator[str]:
    names = countries_by_name()
    words = [match.span() for match in re.finditer(r"[^\W_]+(?:['’.\-][^\W_]+)*", text)]
    for at, (start, _) in enumerate(words):
        for _, end in words[at : at + _LONGEST_NAME]:
            country = names.get(text[start:end].casefold())
            if country and (end - start > 2 or text[start:end] in ("UK", "US")):
                yield country


def country_of_city(city: str) -> str | None:
    """The country of a well-known city, None if it is unknown or several countries have it."""
    countries = countries_by_city().get(city.strip().casefold(), ())
    return countries[0] if len(countries) == 1 else None


_SINGLE_COUNTRY = {"GBP": "GB", "INR": "IN", "NGN": "NG", "BRL": "BR", "SGD": "SG", "JPY": "JP", "CAD": "CA",
                   "AUD": "AU", "NZD": "NZ", "PLN": "PL", "SEK": "SE", "NOK": "NO", "DKK": "DK", "CZK": "CZ",
                   "HKD": "HK", "MYR": "MY", "KES": "KE", "GHS": "GH", "ILS": "IL", "TRY": "TR", "THB": "TH",
                   "AED": "AE", "MXN": "MX", "ZAR": "ZA", "USD": "US", "PHP": "PH", "KRW": "KR"}  # fmt: skip
_VAT_PREFIX = re.compile(r"(ATU|BE|CHE|DE|DK|ES|FI|FR|GB|IE|IT|LU|NL|PL|PT|SE)\s?[A-Z0-9][\d.\- ]{5,}")
_TAX_SHAPES = (
    (re.compile(r"\d{2}-\d{7}"), "US"),
    (re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]"), "IN"),
    (re.compile(r"\d{2}\.\d{3}\.\d{3}/\d{4}-\d{2}"), "BR"),
    (re.compile(r"\d{9} ?R[TCPMZ] ?\d{4}"), "CA"),
    (re.compile(r"\d{8}-\d{4}"), "NG"),
    (re.compile(r"[A-HJNP-SUVW]-?\d{8}"), "ES"),
)
_GENERIC = frozenset({
    "CO", "IO", "AI", "ME", "TV", "CC", "FM", "GG", "AG", "BZ", "WS",
    "LA", "TO", "VC", "SH", "EU", "AC", "IM", "IS", "PW", "ST",
})  # fmt: skip
"""Endings of countries that anyone anywhere uses."""


def country_of_application(application: Application) -> str | None:
    """The merchant's country: of the address, or else what tax number, phone, bank or domain tell."""
    if application.address and application.address.country:
        return application.address.country
    return (
        _country_of_tax_id(application.tax_id or "")
        or _country_of_phone(application.phone or "")
        or _country_of_iban(application.iban or "")
        or ("US" if application.routing_number else None)
        or _country_of_domain(application.website or "")
        or _country_of_domain((application.email or "").rpartition("@")[2])
        or _SINGLE_COUNTRY.get(application.currency or "")
        or _country_of_parts(application)
    )


def _country_of_parts(application: Application) -> str | None:
    address = application.address
    if address is None:
        return None
    return country_of_city(address.city) if address.city else None


def _country_of_tax_id(tax_id: str) -> str | None:
    if prefix := _VAT_PREFIX.match(tax_id.upper()):
        return {"ATU": "AT", "CHE": "CH"}.get(prefix[1], prefix[1])
    return next((country for shape, country in _TAX_SHAPES if shape.fullmatch(tax_id.upper())), None)


def _country_of_phone(phone: str) -> str | None:
    try:
        region = phonenumbers.region_code_for_number(phonenumbers.parse(phone, None))
    except phonenumbers.NumberParseException:
        return None
    return region if region and pycountry.countries.get(alpha_2=region) else None


def _country_of_iban(iban: str) -> str | None:
    code = iban[:2].upper()
    return code if pycountry.countries.get(alpha_2=code) else None


def _country_of_domain(host: str) -> str | None:
    code = host.rpartition(".")[2].upper()
    if code == "UK":
        return "GB"
    known = len(code) == 2 and code not in _GENERIC and pycountry.countries.get(alpha_2=code)
    return code if known else None
