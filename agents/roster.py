"""The team: prompt files and models turned into AutoGen's participants for one run on one case."""

from __future__ import annotations

from collections.abc import Mapping

from autogen_agentchat.agents import UserProxyAgent
from autogen_agentchat.base import ChatAgent
from autogen_core import CancellationToken

from agents.desk_agent import DeskAgent
from agents.duties import is_offered
from agents.models import Models
from agents.prompt_file import AGENTS, Prompt
from cases.decision import Decision
from cases.languages import Language
from desk.turn import Turn
from tools.catalogue import CATALOGUE

REVIEWER = "reviewer"


def build_agents(
    prompts: Mapping[str, Prompt], models: Models, turns: Mapping[str, Turn], language: Language = "en"
) -> list[ChatAgent]:
    """The agents that have a turn, in the order in which they work, and the reviewer, who is a person.

    Who speaks to the merchant does so in their ``language``, where the prompt has phrases in it.

    Raises ModelConfigError where a prompt names a model that there is not.
    """
    case = next(iter(turns.values()))
    spoken = {REVIEWER: Turn(case.desk, case.case_id, REVIEWER), **turns}
    told = {name: prompts[name].spoken_in(language) for name in AGENTS if name in spoken}
    return [_participant(prompt, models, spoken[name]) for name, prompt in told.items()]


def check_models(prompts: Mapping[str, Prompt], models: Models) -> None:
    """Raise ModelConfigError where a prompt names a model that there is not."""
    for prompt in prompts.values():
        if prompt.name != REVIEWER:
            models.client_for(prompt.name, prompt.model)


def _participant(prompt: Prompt, models: Models, turn: Turn) -> ChatAgent:
    if prompt.name == REVIEWER:
        return _reviewer(prompt, turn)
    client = models.client_for(prompt.name, prompt.model)
    tools = [CATALOGUE[name] for name in prompt.tools if is_offered(name, turn.desk.policy)]
    return DeskAgent(prompt, client, tools, turn)


def _reviewer(prompt: Prompt, turn: Turn) -> UserProxyAgent:
    async def speak(_prompt: str, _token: CancellationToken | None) -> str:
        await turn.begin()
        return decision_in_words(prompt, turn.record.decision)

    return UserProxyAgent(REVIEWER, description=prompt.description, input_func=speak)


def decision_in_words(prompt: Prompt, decision: Decision | None) -> str:
    """What the reviewer says in the group chat: the recorded decision, or that there is none."""
    if decision is None:
        return prompt.phrases.say("undecided")
    conditions = decision.conditions.model_dump(exclude_none=True)
    said = prompt.phrases.say(
        "approved" if decision.approved else "declined",
        name=decision.by_name,
        version=str(decision.version),
        conditions=_listed("Conditions", [f"{k} {v}" for k, v in conditions.items()]),
        reasons=_listed("Reasons", decision.reasons),
    )
    return " ".join(said.split())


def _listed(label: str, items: list[str] | tuple[str, ...]) -> str:
    return f"{label}: {', '.join(items)}." if items else ""
