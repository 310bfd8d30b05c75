"""An address on several lines with a label each: "Street: …", "City: …", "Zip: …"."""

from __future__ import annotations

import re

from agents.reading.address_runs import Run
from cases.fields.address import read_parts

_LINE = re.compile(
    r"^\W*(?P<label>(?:street|address)(?: line ?[12]?)?|line ?[12]|city|town|state|province|region|county|"
    r"zip(?: code)?|post ?code|postal code|country|city[ ,/&]+state[ ,/&]*(?:zip)?|"
    r"straße|strasse|anschrift|plz|ort|plz[ /]ort|stadt|land|calle|dirección(?: fiscal)?|"
    r"domicilio(?: social| fiscal)?|población|localidad|municipio|ciudad|provincia|"
    r"código postal|c\.?p\.?|país|rue|adresse(?: du siège)?|"
    r"siège(?: social)?|commune|localité|ville|code postal|pays|rua|endereço|cidade|estado|cep|via|"
    r"indirizzo|città|cap|paese|straat|adres|postcode|plaats)\s*[:=]\s*(?P<part>\S.{0,120})$",
    re.IGNORECASE | re.MULTILINE,
)


_CODE = re.compile(r"zip|post|plz|código|c\.?p|code postal|cep|cap", re.IGNORECASE)


def _joined(line: re.Match[str]) -> str:
    """A part as it stands in a line of text: a postcode goes with the town beside it."""
    code = _CODE.match(line["label"]) and line["part"].strip()
    return f"{code} " if code and code.isdigit() else f"{line['part'].strip()}, "


def find_labelled(text: str) -> Run | None:
    """The address that labelled lines make up, None where there are none."""
    lines = list(_LINE.finditer(text))
    if len(lines) < 2 or "⟦" in text[lines[0].start() : lines[-1].end()]:
        return None
    address = read_parts("".join(_joined(line) for line in lines).strip(", "))
    if address is None or not address.line1 or not address.city:
        return None
    return Run(lines[0].start("part"), lines[-1].end("part"), address, labelled=True)
