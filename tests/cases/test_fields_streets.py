"""Streets that are called after another kind of place stay whole."""

from __future__ import annotations

import pytest

from cases.fields.address import parse


@pytest.mark.parametrize(
    "street",
    [
        "12 Harbour Lane",
        "5 Mill Road",
        "48 Market Street",
        "88 Park Avenue",
        "7 Bridge Street",
        "210 Hill View Drive",
        "31 Station Road",
    ],
)
def test_a_street_called_after_another_kind_of_place_stays_whole(street: str) -> None:
    address = parse(f"{street}, Portland, OR 97201")
    assert (address.line1, address.city, address.region) == (street, "Portland", "OR")
