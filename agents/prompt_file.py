"""The agents' prompt files: who an agent is, what it may use, how it is told to work, how it speaks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from agents.phrases import HEADING, BadPhrase, Phrases, blanks, parse_phrases
from agents.spoken import BLANKS, NEEDED
from cases.languages import LANGUAGES, Language
from storage.errors import SettingsError
from tools.catalogue import CATALOGUE

AGENTS = ("preprocessor", "validator", "risk_analyst", "reviewer", "provisioner")
"""The agents in the order in which they work; each has a prompt file of its name."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class PromptError(SettingsError):
    """A prompt file cannot be used; the message names file, line and reason."""

    code = "prompt"


class Prompt(BaseModel):
    """One agent's prompt. ``model``: an entry of the model configuration, or ``default``.

    ``translations``: its phrases in other languages, as ``NAME.LANGUAGE.md`` beside the file has them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Text
    role: Text
    goal: Text
    description: Text
    tools: tuple[Text, ...] = ()
    model: Text = "default"
    instructions: Annotated[str, Field(min_length=1)]
    translations: Mapping[Language, str] = {}

    @property
    def version(self) -> str:
        """A short hash of everything that the model is told."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    @property
    def phrases(self) -> Phrases:
        """The wordings at the end of the file."""
        return parse_phrases(self.instructions)

    @property
    def system_message(self) -> str:
        """What the model is told; its first line names the agent."""
        return f"# Agent: {self.name}\nRole: {self.role}\nGoal: {self.goal}\n\n{self.instructions}\n"

    def spoken_in(self, language: Language) -> Prompt:
        """The prompt with the phrases of a language; as it is where there are none in it."""
        phrases = self.translations.get(language)
        if phrases is None:
            return self
        told = self.instructions.partition(HEADING)[0]
        return self.model_copy(update={"instructions": f"{told}{phrases}"})


def load_prompts(folder: Path) -> dict[str, Prompt]:
    """The prompt of each agent; raises PromptError where one is missing or cannot be used."""
    missing = [name for name in AGENTS if not (folder / f"{name}.md").is_file()]
    if missing:
        raise PromptError(f"{folder}: the prompt file {missing[0]}.md is missing.")
    return {name: load_prompt(folder / f"{name}.md") for name in AGENTS}


def load_prompt(path: Path) -> Prompt:
    """The prompt in one file; raises PromptError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"{path}: it cannot be read as text ({error}).") from error
    header, body, first_line = _split(path, text)
    prompt = _build(path, header, body, first_line)
    _check_tools(path, text, prompt)
    _check_phrases(path, prompt, first_line)
    translations = dict(_translations(path, prompt))
    return prompt.model_copy(update={"translations": translations})


def _translations(path: Path, prompt: Prompt) -> Iterator[tuple[Language, str]]:
    """The phrases of each language for which there is a file beside the prompt's."""
    for language in LANGUAGES:
        file = path.with_suffix(f".{language}{path.suffix}")
        if not file.is_file():
            continue
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise PromptError(f"{file}: it cannot be read as text ({error}).") from error
        _check_phrases(file, prompt.model_copy(update={"instructions": text}), 1)
        yield language, text


def _split(path: Path, text: str) -> tuple[str, str, int]:
    """The front matter, the body, and the line of the file on which the body begins."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != "---":
        raise PromptError(f"{path}, line 1: the front matter has to begin with a line of '---'.")
    for at, line in enumerate(lines[1:], start=1):
        if line.strip() == "---":
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]).rstrip(), at + 2
    raise PromptError(f"{path}, line 1: the front matter is never closed by a line of '---'.")


def _build(path: Path, header: str, body: str, first_line: int) -> Prompt:
    if not body.strip():
        raise PromptError(f"{path}, line {first_line}: there is no system prompt.")
    given = _front_matter(path, header)
    try:
        return Prompt.model_validate({**given, "name": path.stem, "instructions": body})
    except ValidationError as error:
        first = error.errors()[0]
        key = str(first["loc"][0]) if first["loc"] else "front matter"
        line = _line_of(header, key) + 1
        raise PromptError(f"{path}, line {line}: {key}: {first['msg']}.") from error


def _front_matter(path: Path, header: str) -> Mapping[str, object]:
    try:
        given = yaml.safe_load(header)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark is not None else 1
        reason = getattr(error, "problem", None) or "it is not YAML"
        raise PromptError(f"{path}, line {line}: the front matter is broken: {reason}.") from error
    if not isinstance(given, dict):
        raise PromptError(f"{path}, line 2: the front matter has to be 'key: value' lines.")
    return given  # pyright: ignore[reportUnknownVariableType]


def _line_of(text: str, key: str) -> int:
    """The line, from 1, on which a key or word stands; 1 where it does not."""
    return next((n for n, line in enumerate(text.splitlines(), start=1) if key in line), 1)


def _check_tools(path: Path, text: str, prompt: Prompt) -> None:
    for tool in prompt.tools:
        if tool not in CATALOGUE:
            known = ", ".join(sorted(CATALOGUE))
            raise PromptError(
                f"{path}, line {_line_of(text, tool)}: there is no tool {tool!r}. Known: {known}."
            )


def _check_phrases(path: Path, prompt: Prompt, first_line: int) -> None:
    try:
        phrases = prompt.phrases
    except BadPhrase as error:
        line = error.line + first_line - 1
        raise PromptError(f"{path}, line {line}: {error}.") from error
    heading = _line_of(prompt.instructions, HEADING) + first_line - 1
    for name in NEEDED[prompt.name]:
        if name not in phrases:
            raise PromptError(f"{path}, line {heading}: the phrase {name} is missing.")
    for name, wordings in phrases.variants.items():
        for wording in wordings:
            unknown = blanks(wording) - BLANKS.get(name.split(".")[0], frozenset())
            if unknown:
                line = _line_of(prompt.instructions, wording) + first_line - 1
                raise PromptError(f"{path}, line {line}: {name} has no {{{sorted(unknown)[0]}}} to fill in.")
