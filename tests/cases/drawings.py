"""Structures of ownership, drawn in a few lines of text for tests to be read by.

    shop < ada 40, hold 60           ada has 40 % of the shop, Hold has 60 %
    hold < ben 20 (80 votes)         20 % of the shares, 80 % of the votes
    shop < cleo 5 (board)            and control by other means
    family is trust: trustee tom     what a party is (otherwise: a company if it is held), and its roles

The merchant is always ``shop``.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from cases.ownership.structure import Control, Holding, Party, PartyKind, Role, RoleKind, Structure
from cases.regimes import Regime, Regimes
from tools.policy_file import load_regimes

REGIMES: Regimes = load_regimes(Path(__file__).parents[2] / "policies" / "regimes.yaml")
_HELD = re.compile(r"(?P<owner>\w+) (?P<share>[\d.]+)(?: \((?:(?P<votes>[\d.]+) votes|(?P<control>\w+))\))?")
_ROLE = re.compile(r"(?P<kind>\w+(?: person)?) (?P<party>\w+)")


def regime(code: str) -> Regime:
    """One of us, uk, eu and eu_2027."""
    day = date(2027, 7, 10) if code == "eu_2027" else date(2026, 11, 25)
    found = REGIMES.on(code.removesuffix("_2027"), day)
    assert found is not None
    return found


def drawn(text: str) -> Structure:
    """The structure that a drawing shows."""
    kinds: dict[str, PartyKind] = {}
    holdings: list[Holding] = []
    roles: list[Role] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if " < " in line:
            held, holders = line.split(" < ")
            found = list(_HELD.finditer(holders))
            assert len(found) == holders.count(",") + 1, line
            holdings.extend(_holding(held, each) for each in found)
        else:
            party, rest = line.split(" is ")
            kind, _, named = rest.partition(": ")
            kinds[party] = PartyKind(kind.replace(" ", "_"))
            roles.extend(
                Role(party=each["party"], at=party, kind=RoleKind(each["kind"].replace(" ", "_")))
                for each in _ROLE.finditer(named)
            )
    companies = {holding.held for holding in holdings}
    names = {"shop", *kinds, *companies, *(h.owner for h in holdings), *(r.party for r in roles)}
    return Structure(
        subject="shop",
        parties=tuple(
            Party(id=name, name=name.title(), kind=kinds.get(name, _usual(name in companies)))
            for name in sorted(names)
        ),
        holdings=tuple(holdings),
        roles=tuple(roles),
    )


def _usual(is_held: bool) -> PartyKind:
    return PartyKind.COMPANY if is_held else PartyKind.PERSON


def _holding(held: str, found: re.Match[str]) -> Holding:
    return Holding(
        owner=found["owner"],
        held=held,
        share=Decimal(found["share"]),
        votes=Decimal(found["votes"]) if found["votes"] else None,
        control=Control(found["control"]) if found["control"] else None,
    )
