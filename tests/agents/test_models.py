"""The model configuration: who may be loaded, and how a mistake is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from autogen_core.models import ChatCompletionClient
from autogen_ext.models.openai import OpenAIChatCompletionClient

from agents.models import ModelConfigError, load_models
from agents.offline import OfflineChatCompletionClient
from agents.prompt_file import load_prompts
from agents.roster import check_models
from tests.agents.conversation import OFFLINE, PROMPTS

OPENAI: dict[str, Any] = {
    "provider": "OpenAIChatCompletionClient",
    "config": {"model": "gpt-4o-mini", "api_key": "${SOME_KEY}"},
}


def _write(folder: Path, given: object) -> Path:
    path = folder / "models.yaml"
    path.write_text(given if isinstance(given, str) else yaml.safe_dump(given), encoding="utf-8")
    return path


def test_the_shipped_configuration_is_the_offline_model_for_everyone() -> None:
    models = load_models(OFFLINE, {})
    check_models(load_prompts(PROMPTS), models)
    assert isinstance(models.client_for("preprocessor"), OfflineChatCompletionClient)
    assert models.client_for("validator") is models.client_for("provisioner")


def test_the_commented_examples_can_be_taken_in(tmp_path: Path) -> None:
    lines = OFFLINE.read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(line[2:] if line.startswith("# ") else "" for line in lines).split("\n\n")
    examples = [block for block in blocks if "provider: OpenAI" in block]
    assert len(examples) == 2
    for example in examples:
        models = load_models(_write(tmp_path, example), {"OPENAI_API_KEY": "k"})
        assert isinstance(models.client_for("preprocessor"), OpenAIChatCompletionClient)


@pytest.mark.parametrize(
    "provider", ["OpenAIChatCompletionClient", "autogen_ext.models.openai.OpenAIChatCompletionClient"]
)
def test_a_provider_may_be_written_short_or_in_full(tmp_path: Path, provider: str) -> None:
    path = _write(tmp_path, {**OPENAI, "provider": provider})
    client = load_models(path, {"SOME_KEY": "secret"}).client_for("validator")
    assert isinstance(client, OpenAIChatCompletionClient)


def test_a_mapping_gives_an_agent_its_own_model_and_the_rest_the_default(tmp_path: Path) -> None:
    offline = {"provider": "OfflineChatCompletionClient", "config": {}}
    path = _write(tmp_path, {"preprocessor": OPENAI, "default": offline})
    models = load_models(path, {"SOME_KEY": "secret"})
    assert isinstance(models.client_for("preprocessor"), OpenAIChatCompletionClient)
    assert isinstance(models.client_for("validator"), OfflineChatCompletionClient)
    assert isinstance(models.client_for("validator", "preprocessor"), OpenAIChatCompletionClient)


def test_a_prompt_that_names_a_model_that_there_is_not_stops_the_start() -> None:
    prompts = load_prompts(PROMPTS)
    changed = prompts["validator"].model_copy(update={"model": "big_one"})
    with pytest.raises(ModelConfigError, match="no model 'big_one' for the validator"):
        check_models({**prompts, "validator": changed}, load_models(OFFLINE, {}))


@pytest.mark.parametrize(
    "provider",
    [
        "autogen_ext.models.replay.ReplayChatCompletionClient",
        "autogen_ext.code_executors.local.LocalCommandLineCodeExecutor",
        "os.system",
        "subprocess.Popen",
        "tests.agents.conversation.MemoryCase",
        "",
    ],
)
def test_other_providers_are_refused_by_name(tmp_path: Path, provider: str) -> None:
    path = _write(tmp_path, {"provider": provider, "config": {}})
    with pytest.raises(ModelConfigError, match=r"is not allowed\. Allowed: .*OpenAIChat"):
        load_models(path, {})


def test_a_component_inside_the_config_is_refused(tmp_path: Path) -> None:
    token = {"azure_ad_token_provider": {"provider": "os.system", "config": {}}}
    path = _write(tmp_path, {"provider": "AzureOpenAIChatCompletionClient", "config": token})
    with pytest.raises(ModelConfigError, match="component inside the config"):
        load_models(path, {})


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({**OPENAI, "config": {"model": "m", "api_key": "${NOT_THERE}"}}, "no NOT_THERE"),
        ({**OPENAI, "config": {"model": "${SOME_KEY}", "api_key": "k"}}, "only api_key"),
        ({**OPENAI, "config": {"api_key": "k"}}, "config model"),
        ({**OPENAI, "config": {"model": "never-heard-of", "api_key": "k"}}, "model_info"),
        ({**OPENAI, "config": "x"}, "config has to be a mapping"),
        ({"default": "x"}, "names its provider"),
        ({"Default Model": OPENAI}, "neither the name of an agent"),
        ({"provider": "OfflineChatCompletionClient", "config": {"tone": "x"}}, "tone"),
        ({"provider": "AnthropicChatCompletionClient", "config": {}}, "package anthropic"),
        ([], "has to hold a component"),
        ("provider: [", "line 1"),
        ("", "has to hold a component"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_the_file(tmp_path: Path, given: object, reason: str) -> None:
    with pytest.raises(ModelConfigError) as told:
        load_models(_write(tmp_path, given), {"SOME_KEY": "secret"})
    assert reason in str(told.value)
    assert "models.yaml" in str(told.value)
    assert "\n" not in str(told.value)
    assert "secret" not in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelConfigError, match="cannot be read"):
        load_models(tmp_path / "none.yaml", {})


def test_the_offline_client_survives_being_dumped_and_loaded() -> None:
    dumped = OfflineChatCompletionClient().dump_component()
    assert dumped.provider == "agents.offline.OfflineChatCompletionClient"
    loaded = ChatCompletionClient.load_component(dumped.model_dump())
    assert isinstance(loaded, OfflineChatCompletionClient)
    assert loaded.model_info["function_calling"]
