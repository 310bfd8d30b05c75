"""A policy that extends another: what it states stands in the place of the other's, section by section."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

KEY = "extends"

Compose = Callable[[Path], "yaml.Node | None"]


def extended(root: yaml.Node | None, path: Path, compose: Compose) -> yaml.Node | None:
    """The root of a file with the one that it extends under it; both keep the marks of where they stand.

    Mappings are joined key by key; lists and single values replace. Raises MarkedYAMLError where the
    extended file itself extends another: one look at two files tells what holds.
    """
    name = _entry(root, KEY)
    if not isinstance(root, yaml.MappingNode) or not isinstance(name, yaml.ScalarNode):
        return root
    base = compose(path.parent / name.value)
    if _entry(base, KEY) is not None:
        problem = f"{name.value} extends a file itself; only one may stand under another"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=name.start_mark)
    own = [(key, value) for key, value in root.value if key.value != KEY]
    return _joined(base, yaml.MappingNode(root.tag, own, root.start_mark, root.end_mark))


def _joined(base: yaml.Node | None, own: yaml.Node) -> yaml.Node:
    if not isinstance(base, yaml.MappingNode) or not isinstance(own, yaml.MappingNode):
        return own
    entries = keyed(base)
    for name, (key, value) in keyed(own).items():
        _, below = entries.get(name, (None, None))
        entries[name] = (key, _joined(below, value))
    return yaml.MappingNode(own.tag, list(entries.values()), own.start_mark, own.end_mark)


def keyed(node: yaml.MappingNode) -> dict[str, tuple[yaml.ScalarNode, yaml.Node]]:
    """The entries of a mapping by their keys.

    Raises MarkedYAMLError for a key that stands twice, which would be a silent choice, or is no text.
    """
    entries: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key has to be plain text", problem_mark=key.start_mark)
        if key.value in entries:
            raise yaml.MarkedYAMLError(
                problem=f"{key.value!r} stands here twice", problem_mark=key.start_mark
            )
        entries[key.value] = (key, value)
    return entries


def _entry(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
