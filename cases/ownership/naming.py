"""The ids of parties: short, without a meaning, and the same for ever for whoever was named once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cases.application import Owner
from cases.participants import subject_of


def with_owners(ids: Mapping[str, str], owners: Iterable[Owner]) -> Mapping[str, str]:
    """Ids by the names that they belong to (``subject_of``), with those of the owners who are new."""
    known = dict(ids)
    for owner in owners:
        known.setdefault(subject_of(owner.name), next_id(known))
    return known


def next_id(ids: Mapping[str, str]) -> str:
    """The id of a party that is new."""
    return f"p{len(set(ids.values())) + 1}"
