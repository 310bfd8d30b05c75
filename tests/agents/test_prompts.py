"""Prompt files: what they must hold, and how a mistake in one is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.phrases import parse_phrases
from agents.prompt_file import AGENTS, PromptError, load_prompts
from agents.spoken import ASKABLE
from cases.languages import LANGUAGES, Language
from desk.wording import refusal
from tests.agents.conversation import PROMPTS
from tools.catalogue import CATALOGUE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROMPTS, tmp_path / "prompts"))


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_the_shipped_prompts_load_and_together_use_every_tool() -> None:
    prompts = load_prompts(PROMPTS)
    assert tuple(prompts) == AGENTS
    assert {tool for prompt in prompts.values() for tool in prompt.tools} == set(CATALOGUE)


def test_only_the_provisioner_has_the_provisioning_tools() -> None:
    prompts = load_prompts(PROMPTS)
    mine = set(prompts["provisioner"].tools)
    assert all(mine.isdisjoint(p.tools) for name, p in prompts.items() if name != "provisioner")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_assistant_can_say_may_be_said_to_a_merchant(language: Language) -> None:
    phrases = load_prompts(PROMPTS)["preprocessor"].spoken_in(language).phrases
    spoken = [wording for wordings in phrases.variants.values() for wording in wordings]
    assert {wording: reason for wording in spoken if (reason := refusal(wording))} == {}


def test_the_assistant_has_the_same_phrases_in_every_language_each_in_its_own_words() -> None:
    prompt = load_prompts(PROMPTS)["preprocessor"]
    english, *others = (prompt.spoken_in(language).phrases.variants for language in LANGUAGES)
    for phrases in others:
        assert phrases.keys() == english.keys()
        same = {name for name in phrases if set(phrases[name]) & set(english[name])}
        assert same <= {"ask"}


def test_a_mistake_in_a_translation_is_told_with_its_file(folder: Path) -> None:
    _edit(folder / "preprocessor.fr.md", lambda t: t.replace("### courtesy", "### politesse"))
    with pytest.raises(PromptError, match=r"preprocessor\.fr\.md, line .* courtesy is missing"):
        load_prompts(folder)


def test_every_field_can_be_asked_for_in_two_ways() -> None:
    phrases = load_prompts(PROMPTS)["preprocessor"].phrases
    for field in ASKABLE:
        assert phrases.say(f"ask.{field.value}") != phrases.say(f"again.{field.value}")


@pytest.mark.parametrize("name", AGENTS)
def test_a_missing_file_stops_the_start_and_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.md").unlink()
    with pytest.raises(PromptError, match=f"{name}.md is missing"):
        load_prompts(folder)


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (lambda t: t.replace("  - screen_parties", "  - screen_everyone"), 7, "no tool"),
        (lambda t: t.replace("goal: ", "gaol: "), None, "goal: Field required"),
        (lambda t: t.replace("model: default", "model: default\ncolour: red"), 10, "colour"),
        (lambda t: t.replace("role: Validator", "role: [Validator"), None, "front matter is broken"),
        (lambda t: t.replace("---\n", "", 1), 1, "begin with a line of '---'"),
        (lambda t: t.split("---")[1].join(["---", "---\n"]), None, "no system prompt"),
        (lambda t: t.replace("### note_refused", "### note_other"), None, "note_refused is missing"),
        (lambda t: t.replace("{findings}", "{finding}", 1), None, "no {finding} to fill in"),
        (lambda t: t.replace("{findings}", "{findings", 1), None, "braces do not match"),
        (lambda t: t.replace("### note_refused", "### note"), None, "second time"),
        (lambda t: t + "\n### spare\n", None, "spare has no wording"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_reason(
    folder: Path, change: Callable[[str], str], line: int | None, reason: str
) -> None:
    path = folder / "validator.md"
    _edit(path, change)
    with pytest.raises(PromptError) as told:
        load_prompts(folder)
    message = str(told.value)
    assert "validator.md, line " in message
    assert reason in message
    assert line is None or f", line {line}:" in message


def test_a_binary_file_is_told_in_one_line(folder: Path) -> None:
    (folder / "validator.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PromptError, match="cannot be read as text"):
        load_prompts(folder)


def test_the_version_changes_with_every_word_and_with_nothing_else(folder: Path) -> None:
    before = load_prompts(folder)
    assert load_prompts(folder)["validator"].version == before["validator"].version
    _edit(folder / "validator.md", lambda t: t.replace("plainly", "clearly"))
    after = load_prompts(folder)
    assert after["validator"].version != before["validator"].version
    assert after["provisioner"].version == before["provisioner"].version


def test_variants_take_turns_and_blanks_are_filled_once() -> None:
    phrases = parse_phrases("## Phrases\nIntroduction.\n### a\n- One {items}.\n- Two {items}.\n")
    said = [phrases.say("a", turn, items="{items}") for turn in range(3)]
    assert said == ["One {items}.", "Two {items}.", "One {items}."]


def test_the_system_message_names_the_agent_first() -> None:
    for name, prompt in load_prompts(PROMPTS).items():
        assert prompt.system_message.startswith(f"# Agent: {name}\n")
