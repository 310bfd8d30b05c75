"""What came of the facts and absences that were offered in this turn, as the tools told it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from agents.offline_roles.scene import REFUSED, Called, Scene
from cases.application import DERIVED, FieldName

_UNGROUNDED = ("The words ", "Message ")
"""How a reason begins that is about quoting, which says nothing to a merchant."""


class _Item(BaseModel):
    model_config = ConfigDict(extra="ignore")

    field: FieldName
    value: JsonValue = None
    reason: str = ""


class _Report(BaseModel):
    model_config = ConfigDict(extra="ignore")

    recorded: list[_Item] = []
    not_served: str = ""
    told: bool = False
    refused: list[_Item] = []
    outstanding: list[FieldName] | None = None


@dataclass(frozen=True)
class Outcome:
    """What was taken in, and the application as it is now.

    ``understood``: whether anything was read at all, new or not. ``refused``: what was not taken.
    ``told_unserved``: whether the desk has just said that the line of business is not served.
    """

    understood: bool
    new: tuple[FieldName, ...]
    changed: tuple[FieldName, ...]
    absent: tuple[FieldName, ...]
    absent_but_needed: tuple[FieldName, ...]
    postponed: tuple[FieldName, ...]
    refused: tuple[FieldName, ...]
    outstanding: tuple[FieldName, ...]
    application: Mapping[str, JsonValue]
    served: bool
    told_unserved: bool

    @property
    def stated(self) -> tuple[FieldName, ...]:
        """What has a value now that it had not before."""
        return (*self.new, *self.changed)

    @property
    def fields(self) -> tuple[FieldName, ...]:
        """What the merchant has now settled, one way or the other."""
        return (*self.stated, *self.absent, *self.postponed)

    @property
    def anything_taken(self) -> bool:
        """Whether anything is settled now that was not before."""
        return bool(self.fields)


def outcome_of(scene: Scene) -> Outcome:
    """What the calls of this turn came to."""
    before = scene.briefing.application
    facts = [report_of(call) for call in scene.called("record_facts")]
    gaps = [report_of(call) for call in scene.called("declare_absent")]
    taken = [item for report in facts for item in report.recorded if item.field not in DERIVED]
    fields = [item.field for item in taken]
    changed = [i.field for i in taken if before.get(i.field.value) not in (None, i.value)]
    refused = _once(i.field for r in facts for i in r.refused if _for_merchant(i, fields))
    later = [report_of(call) for call in scene.called("postpone_items")]
    reports = [r for r in (*facts, *gaps, *later) if r.outstanding is not None]
    owed = tuple(reports[-1].outstanding or ()) if reports else scene.briefing.outstanding
    return Outcome(
        understood=bool(taken),
        new=_once(name for name in fields if name.value not in before),
        changed=_once(changed),
        absent=_once(item.field for report in gaps for item in report.recorded),
        absent_but_needed=_once(i.field for r in gaps for i in r.refused if i.field in owed),
        postponed=_once(item.field for report in later for item in report.recorded),
        refused=refused,
        outstanding=owed,
        application={**before, **{item.field.value: item.value for item in taken}},
        served=not reports[-1].not_served if reports else scene.briefing.served,
        told_unserved=any(report.told for report in facts),
    )


def report_of(call: Called) -> _Report:
    """A tool's report on several items; empty where it refused the call as a whole."""
    try:
        return _Report.model_validate_json(call.result.removeprefix(REFUSED).strip())
    except ValidationError:
        return _Report()


def _for_merchant(item: _Item, recorded: Sequence[FieldName]) -> bool:
    """Whether a refusal is worth telling: one about quoting is not, the item is just asked for again."""
    return item.field not in recorded and not item.reason.startswith(_UNGROUNDED)


def _once(names: Iterable[FieldName]) -> tuple[FieldName, ...]:
    return tuple(dict.fromkeys(names))
