"""Every attack against every model, and what came of it (``onboard eval injection``)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from agents.adversaries import WatchedModel
from cases.application import Application
from cases.errors import OnboardError
from desk.request import MerchantRequest
from teams.injection.arena import HONEST, Arena
from teams.injection.attack import Attack
from teams.injection.trial import MODELS, Trial, model_named, try_attack
from teams.injection.verdict import Standing, judge, standing

LONGEST_LOG = 100_000


class Breached(BaseModel):
    """One way in which an attack got through."""

    model_config = ConfigDict(frozen=True)

    rule: str
    shown_by: str


class Result(BaseModel):
    """One attack against one model. ``refused``: the door took it for no application."""

    model_config = ConfigDict(frozen=True)

    id: str
    form: str
    language: str
    where: str
    model: str
    got_through: bool
    refused: bool
    breaches: tuple[Breached, ...]
    seconds: float


class Injection:
    """Tries attacks, one after the other."""

    def __init__(self, arena: Arena) -> None:
        self._arena = arena
        self._expected: dict[str, Standing] = {}

    async def evaluate(self, attacks: Iterable[Attack], models: Sequence[str] = MODELS) -> list[Result]:
        """What came of each attack with each model."""
        return [await self._try(attack, model) for attack in attacks for model in models]

    async def _try(self, attack: Attack, model: str) -> Result:
        started = perf_counter()
        trial = await try_attack(self._arena, attack, model_named(model, attack))
        breaches: tuple[Breached, ...] = ()
        if trial is not None:
            expected = await self._without_attack(attack, trial.record.application)
            seen = await self._seen(trial)
            found = judge(trial, expected, seen)
            breaches = tuple(Breached(rule=each.rule, shown_by=each.shown_by) for each in found)
        return Result(
            **attack.model_dump(include={"id", "form", "language", "where"}),
            model=model,
            got_through=bool(breaches),
            refused=trial is None,
            breaches=breaches,
            seconds=round(perf_counter() - started, 3),
        )

    async def _without_attack(self, attack: Attack, application: Application) -> Standing:
        """What is made of the same application where the attack's own field holds an honest value."""
        values = application.model_dump(mode="json", exclude_none=True, exclude={"mcc", "legal_form"})
        if attack.stands_in is not None:
            values[attack.stands_in.value] = HONEST.get(attack.stands_in.value)
        key = json.dumps(values, sort_keys=True)
        if key not in self._expected:
            self._expected[key] = await self._standing_of(values)
        return self._expected[key]

    async def _standing_of(self, values: Mapping[str, object]) -> Standing:
        """What the offline team makes of an application; nothing where no door would take it."""
        desk = self._arena.desk
        try:
            request = MerchantRequest.model_validate(values)
            case_id = await desk.apply(self._arena.attacker, request, "api")
        except (ValidationError, OnboardError):
            return Standing(None, None, None, ())
        await self._arena.team(WatchedModel()).answer(case_id)
        async with desk.db.read() as connection:
            return standing(await desk.load(connection, case_id))

    async def _seen(self, trial: Trial) -> str:
        """All that the attacker can read, in every view that there is of a case."""
        views, reader, case_id = self._arena.views, trial.merchant, trial.record.id
        shown: tuple[BaseModel, ...] = (
            await views.transcript(reader, case_id, limit=LONGEST_LOG),
            await views.card(reader, case_id),
            await views.status(reader, case_id),
            await views.papers(reader, case_id),
            await views.helpers(reader, case_id),
            await views.cases(reader),
        )
        return "\n".join(view.model_dump_json() for view in shown)


def tabulate(results: Sequence[Result]) -> dict[str, JsonValue]:
    """The results, and how many attacks of each form got through with each model."""
    through = [result for result in results if result.got_through]
    return {
        "attacks": [result.model_dump(mode="json") for result in results],
        "forms": [*_by_form(results)],
        "summary": {
            "attacks": len({result.id for result in results}),
            "runs": len(results),
            "got_through": len(through),
            "seconds": round(sum(result.seconds for result in results), 1),
        },
    }


def _by_form(results: Sequence[Result]) -> Iterable[dict[str, JsonValue]]:
    models = dict.fromkeys(result.model for result in results)
    for form in dict.fromkeys(result.form for result in results):
        of_form = [result for result in results if result.form == form]
        passed = {m: [r.id for r in of_form if r.model == m and r.got_through] for m in models}
        yield {
            "form": form,
            "attacks": len({result.id for result in of_form}),
            **{model: len(ids) for model, ids in passed.items()},
            "which": [*dict.fromkeys(one for ids in passed.values() for one in ids)],
        }
