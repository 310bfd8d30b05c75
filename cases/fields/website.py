"""The merchant's own website: its host, never guessed from an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cases.errors import Invalid, Ungrounded
from cases.fields.context import Context

_PLATFORMS_WORDS = """
    facebook.com fb.com fb.me m.me instagram.com instagr.am twitter.com x.com tiktok.com youtube.com
    youtu.be linkedin.com pinterest.com snapchat.com t.me telegram.me wa.me whatsapp.com threads.net
    linktr.ee etsy.com ebay.com ebay.co.uk ebay.de amazon.com amazon.co.uk amazon.de alibaba.com
    airbnb.com booking.com tripadvisor.com yelp.com google.com goo.gl maps.google.com g.page justeat.com
    just-eat.co.uk deliveroo.com deliveroo.co.uk ubereats.com doordash.com grubhub.com swiggy.com
    zomato.com flipkart.com mercadolibre.com mercadolivre.com.br ifood.com.br depop.com vinted.com
    gofundme.com paypal.com stripe.com shopify.com wix.com squarespace.com godaddy.com wordpress.com
    gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com gmx.de web.de
"""
PLATFORMS = frozenset(_PLATFORMS_WORDS.split())
"""Hosts of social media, marketplaces and mail services: nobody's own site (their subdomains may be)."""

_ENDINGS_WORDS = """
    com net org edu gov int info biz io co ai app dev shop store online site website tech xyz me tv cc
    gg fm club live life world today agency studio design media digital cloud health care clinic dental
    coffee cafe restaurant bar pub pizza kitchen farm garden bike fitness yoga fashion jewelry boutique
    exchange finance capital ventures fund money bank insurance legal law consulting solutions services
    company group global international travel tours holiday hotel house homes properties realty build
    builders construction plumbing repair tools energy solar green eco pet vet dog games game art
    gallery photography photo photos video film music band events wedding school academy training
    courses education university church charity foundation ngo market marketing email software systems
    network host page blog wiki link new pro name mobi asia eu london berlin paris amsterdam nyc tokyo
    sydney melbourne wien cat gal bzh eus scot wales cymru swiss irish quebec
    brussels vlaanderen hamburg koeln bayern ruhr istanbul uk us gb ie fr de es it pt nl be lu at ch li dk se
    no fi is pl cz sk hu ro bg gr cy mt hr si rs ee lv lt ua ru tr il ae sa qa in pk bd lk np cn hk tw
    jp kr sg my th vn ph id au nz za ng ke gh tz ug eg ma tn ca mx br ar cl co pe uy ec ve cr pa do pr
    jm tt example
"""
_ENDINGS = frozenset(_ENDINGS_WORDS.split())

_HOST = re.compile(
    r"(?<![\w@.\-/⟦⟧])(?:(?P<scheme>https?://)|(?P<www>www\d?\.))?"
    r"(?P<host>(?:[a-z0-9À-ÿ](?:[a-z0-9À-ÿ\-]{0,61}[a-z0-9À-ÿ])?\.){1,5}(?P<ending>[a-z]{2,14}))"
    r"(?![\w@])(?P<path>[/?#][^\s<>\"',;)]{0,300})?",
    re.IGNORECASE,
)
_SAME_AS_EMAIL = re.compile(
    r"after the (?:@|at\b)|same (?:as|domain)[^.\n]{0,25}(?:e-?mail|@)|(?:e-?mail|@)[^.\n]{0,15}same|"
    r"domain (?:of|from|in)[^.\n]{0,12}(?:e-?mail|@|⟦)|e-?mail(?:'s)? domain|detr[áa]s de (?:la )?(?:@|"
    r"arroba)|"
    r"(?:mismo|igual)[^.\n]{0,25}(?:correo|@|arroba)|(?:après|derrière) (?:le |l')?(?:@|arobase)|"
    r"même[^.\n]{0,25}(?:mail|courriel|@)|(?:hinter|nach) dem (?:@|at\b)|"
    r"(?:gleich\w*|wie)[^.\n]{0,20}(?:mail|@)|depois d[oa] (?:@|arroba)|dopo la (?:@|chiocciola)|"
    r"(?:achter|na) (?:de|het) (?:@|apenstaartje)|whatever(?:'s| is) after the",
    re.IGNORECASE,
)
_DOMAIN_OF = re.compile(r"^domain of (\S{1,320})$", re.IGNORECASE)


class Link(NamedTuple):
    """A host in a text."""

    start: int
    end: int
    host: str
    marked: bool


def find_links(text: str) -> Iterator[Link]:
    """Hosts in a text: with a scheme or www, or with a known ending."""
    for match in _HOST.finditer(text):
        marked = bool(match["scheme"] or match["www"])
        if not marked and match["ending"].lower() not in _ENDINGS:
            continue
        if not marked and re.fullmatch(r"(?:[a-z]\.)+[a-z]{1,3}", match["host"], re.IGNORECASE):
            continue
        end = match.end() if match["path"] else match.end("ending")
        yield Link(match.start(), end, host_of(match["host"]), marked)


def host_of(written: str) -> str:
    """The host in lower case without "www."."""
    return re.sub(r"^www\d?\.", "", written.lower().rstrip("."))


def is_platform(host: str) -> bool:
    """Whether the host belongs to a social network, a marketplace or a mail service."""
    return host in PLATFORMS


def says_same_as_email(text: str) -> bool:
    """Whether the text says that the website is the domain of the e-mail address."""
    return bool(_SAME_AS_EMAIL.search(text))


def parse(value: str) -> str:
    """The host of a link, or of "domain of bob@x.com"; raises Invalid."""
    if domain := _DOMAIN_OF.match(value.strip()):
        host = domain[1].rpartition("@")[2].lower()
    else:
        links = list(find_links(value.strip()))
        whole = _HOST.fullmatch(value.strip())
        host = links[0].host if links else host_of(whole["host"]) if whole else ""
    if not host or "." not in host:
        raise Invalid("This is not the address of a website.", code="invalid_website")
    if is_platform(host):
        raise Invalid("A page on a platform is not a website of its own.", code="invalid_website")
    return host


def ground(value: str, words: str, context: Context) -> str:
    """The host, if the words hold it or say "same as the e-mail"; raises Ungrounded or Invalid."""
    host = parse(value)
    if any(link.host == host for link in find_links(words)):
        return host
    email = context.application.email or ""
    if says_same_as_email(words) and host == email.rpartition("@")[2].lower():
        return host
    raise Ungrounded("The words do not hold this website.")
