"""Policy files: YAML in, a policy or its regimes out, or one line that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from cases.errors import OnboardError
from cases.policy import Policy
from cases.policy.declining import RegimeNotice
from cases.regimes import Regimes
from desk.labels import CHECKS
from tools.policy_extension import extended, keyed
from tools.worked_examples import Examples

Model = TypeVar("Model", bound=BaseModel)
Context = Mapping[str, Collection[str]] | None

LARGEST = 1_000_000
"""Bytes; a policy is a page or two."""


class PolicyError(OnboardError):
    """The policy file cannot be used; the message names the file, the line and the reason."""

    code = "policy"
    status = 500


class _Loader(yaml.SafeLoader):
    """Safe YAML in which a key that stands twice is an error and not a silent choice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keyed(node)
        return super().construct_mapping(node, deep=deep)


def load_policy(path: Path) -> Policy:
    """The policy that a file holds, with the regimes and the notices that it names beside itself.

    Raises PolicyError for a file that cannot be read or used.
    """
    root, data = _parse(path)
    whole = _with_files(root, data, "ownership", "regimes", load_regimes)
    whole = _with_files(root, whole, "declining", "notices", load_notices)
    return _validated(path, root, whole, Policy, {"checks": CHECKS})


def load_regimes(path: Path) -> Regimes:
    """The regimes that a file holds; raises PolicyError for a file that cannot be read or used."""
    root, data = _parse(path)
    return _validated(path, root, data, Regimes, None)


def load_examples(path: Path) -> Examples:
    """The example applications that a file holds; raises PolicyError for one that cannot be read or used."""
    root, data = _parse(path)
    return _validated(path, root, data, Examples, None)


def load_notices(folder: Path) -> dict[str, RegimeNotice]:
    """The notices of a folder by the regime that each file is named after; raises PolicyError."""
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise PolicyError(f"{folder}: there is no notice in this folder")
    return {file.stem: _validated(file, *_parse(file), RegimeNotice, None) for file in files}


def _with_files(
    root: yaml.Node | None, data: object, section: str, key: str, load: Callable[[Path], object]
) -> object:
    """The policy with what a section names in the place of its name, so that its hash is of both."""
    policy = cast("dict[str, object]", data) if isinstance(data, dict) else {}
    found = policy.get(section)
    stated = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    name = stated.get(key)
    if root is None or not isinstance(name, str):
        return cast("object", data)
    folder = Path(_mark_of(root, (section, key)).name).parent
    return {**policy, section: {**stated, key: load(folder / name)}}


def _parse(path: Path) -> tuple[yaml.Node | None, object]:
    try:
        root = extended(_compose(path), path, _compose)
        return root, _construct(_Loader(""), root)
    except yaml.YAMLError as error:
        raise PolicyError(_describe_yaml(path, error)) from None
    except (RecursionError, ValueError) as error:
        raise PolicyError(f"{path}: cannot be read as YAML ({error})") from None


def _compose(path: Path) -> yaml.Node | None:
    loader = _Loader(_read(path))
    loader.name = str(path)
    return loader.get_single_node()


def _validated(
    path: Path, root: yaml.Node | None, data: object, model: type[Model], context: Context
) -> Model:
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise PolicyError(_describe_problem(path, root, error)) from None


def _construct(loader: _Loader, root: yaml.Node | None) -> object:
    if root is None:
        return None
    return loader.construct_document(root)  # pyright: ignore[reportUnknownMemberType]


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise PolicyError(f"{path}: larger than {LARGEST:,} bytes, this is no policy")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PolicyError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError as error:
        raise PolicyError(f"{path}: is not UTF-8 text (byte {error.start})") from None


def _describe_yaml(path: Path, error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark
        where = f"{mark.name}, line {mark.line + 1}" if mark else f"{path}"
        return f"{where}: {error.problem or error.context}"
    return f"{path}: cannot be read as YAML ({str(error).splitlines()[0]})"


def _describe_problem(path: Path, root: yaml.Node | None, error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_context=False)
    # A misspelt key shows as an unknown and a missing one; the unknown one is the cause.
    first = next((p for p in problems if p["type"] == "extra_forbidden"), problems[0])
    location = [part for part in first["loc"] if part != "[key]"]
    name = ".".join(str(part) for part in location) or "the file"
    reason = (
        first["msg"]
        .removeprefix("Value error, ")
        .replace("Extra inputs are not permitted", "there is no such key")
    )
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{_place_of(path, root, location)}: {name}: {reason}{more}"


def _place_of(path: Path, node: yaml.Node | None, location: list[int | str]) -> str:
    """File and line of the deepest part of the location that stands there."""
    if node is None:
        return f"{path}, line 1"
    mark = _mark_of(node, location)
    return f"{mark.name}, line {mark.line + 1}"


def _mark_of(node: yaml.Node, location: Sequence[int | str]) -> yaml.Mark:
    mark = node.start_mark
    for part in location:
        found = _entry(node, part)
        if found is None:
            break
        mark, node = found
    return mark


def _entry(node: yaml.Node, part: int | str) -> tuple[yaml.Mark, yaml.Node] | None:
    """Where an entry of a mapping or list begins, and what it holds."""
    if isinstance(node, yaml.MappingNode):
        pairs = ((key, value) for key, value in node.value if key.value == str(part))
        return next(((key.start_mark, value) for key, value in pairs), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        item = node.value[part]
        return item.start_mark, item
    return None
