"""The model configuration: which client speaks for which agent, from an allow-list of providers."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml
from autogen_core import ComponentModel
from autogen_core.models import ChatCompletionClient
from pydantic import ValidationError

from storage.errors import SettingsError

_OPENAI = "autogen_ext.models.openai."
_PROVIDERS = (
    "agents.offline.OfflineChatCompletionClient",
    f"{_OPENAI}OpenAIChatCompletionClient",
    f"{_OPENAI}AzureOpenAIChatCompletionClient",
    "autogen_ext.models.anthropic.AnthropicChatCompletionClient",
    "autogen_ext.models.ollama.OllamaChatCompletionClient",
)
PROVIDERS: Mapping[str, str] = {
    **{provider: provider for provider in _PROVIDERS},
    **{provider.rsplit(".", 1)[1]: provider for provider in _PROVIDERS},
}
"""Every way to write a provider that may be loaded: in full, or its class name alone."""

_FROM_ENVIRONMENT = re.compile(r"^\$\{([A-Za-z_][A-Za-z0-9_]*)\}$")
_ENTRY = re.compile(r"^[a-z][a-z0-9_]*$")


class ModelConfigError(SettingsError):
    """The model configuration cannot be used; the message names the file, the entry and the reason."""

    code = "model_config"


class Models:
    """The model clients by agent name, and one for everybody else."""

    def __init__(self, clients: Mapping[str, ChatCompletionClient], path: Path) -> None:
        self._clients = dict(clients)
        self._path = path

    def client_for(self, agent: str, model: str = "default") -> ChatCompletionClient:
        """The client of an agent: the entry that its prompt names, its own, or the default.

        Raises ModelConfigError where there is none.
        """
        wanted = (agent, "default") if model == "default" else (model,)
        for name in wanted:
            if name in self._clients:
                return self._clients[name]
        raise ModelConfigError(f"{self._path}: there is no model {wanted[-1]!r} for the {agent}.")

    async def close(self) -> None:
        """Close the connections of every client."""
        for client in {id(client): client for client in self._clients.values()}.values():
            await client.close()


def load_models(path: Path, environment: Mapping[str, str] = os.environ) -> Models:
    """The clients that a YAML file describes; raises ModelConfigError.

    The file holds one AutoGen component, or a mapping of agent name or ``default`` to one. An
    ``api_key`` may be ``${NAME}``: it is then taken from the environment.
    """
    entries = _entries(path, _read(path))
    return Models(
        {name: _load(f"{path}, {name}", entry, environment) for name, entry in entries.items()},
        path,
    )


def _read(path: Path) -> dict[str, object]:
    try:
        given: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ModelConfigError(f"{path}: it cannot be read as text ({error}).") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark is not None else ""
        reason = getattr(error, "problem", None) or "something does not fit"
        raise ModelConfigError(f"{path}{line}: it is not YAML: {reason}.") from error
    if not isinstance(given, dict) or not given:
        raise ModelConfigError(f"{path}: it has to hold a component, with provider and config.")
    return {str(key): value for key, value in cast("dict[object, object]", given).items()}


def _entries(path: Path, given: dict[str, object]) -> dict[str, object]:
    if "provider" in given:
        return {"default": given}
    for name in given:
        if not _ENTRY.match(name):
            raise ModelConfigError(f"{path}: {name!r} is neither the name of an agent nor default.")
    return given


def _load(where: str, entry: object, environment: Mapping[str, str]) -> ChatCompletionClient:
    if not isinstance(entry, dict) or "provider" not in entry:
        raise ModelConfigError(f"{where}: a component names its provider and has a config.")
    component = cast("dict[str, object]", entry)
    provider = PROVIDERS.get(str(component["provider"]))
    if provider is None:
        known = ", ".join(sorted(name for name in PROVIDERS if "." not in name))
        raise ModelConfigError(
            f"{where}: the provider {component['provider']!r} is not allowed. Allowed: {known}."
        )
    config: object = component.get("config") or {}
    if not isinstance(config, dict):
        raise ModelConfigError(f"{where}: config has to be a mapping.")
    filled = _fill(where, cast("dict[str, object]", config), environment)
    return _instantiate(where, provider, filled)


def _fill(where: str, config: dict[str, object], environment: Mapping[str, str]) -> dict[str, object]:
    """The config with secrets from the environment; it may not bring in further components."""
    if _names_component(config):
        raise ModelConfigError(f"{where}: a component inside the config is not allowed.")
    filled = dict(config)
    for key, value in config.items():
        name = _FROM_ENVIRONMENT.match(value) if isinstance(value, str) else None
        if name is None:
            continue
        if key != "api_key":
            raise ModelConfigError(f"{where}: only api_key may come from the environment.")
        if not environment.get(name[1]):
            raise ModelConfigError(f"{where}: the environment has no {name[1]} for api_key.")
        filled[key] = environment[name[1]]
    return filled


def _names_component(value: object) -> bool:
    if isinstance(value, dict):
        parts = cast("dict[object, object]", value)
        return "provider" in parts or any(_names_component(part) for part in parts.values())
    return isinstance(value, list) and any(_names_component(part) for part in cast("list[object]", value))


def _instantiate(where: str, provider: str, config: dict[str, object]) -> ChatCompletionClient:
    component = ComponentModel(provider=provider, component_type="model", config=config)
    try:
        return ChatCompletionClient.load_component(component)
    except ModuleNotFoundError as error:
        raise ModelConfigError(
            f"{where}: {provider} needs the package {error.name}, which is not installed."
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ModelConfigError(f"{where}: config {key}: {first['msg']}.") from error
    except (ValueError, TypeError, KeyError) as error:
        raise ModelConfigError(f"{where}: {provider} cannot be made from this: {error}.") from error
