"""The elements of an XML list, without namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tools.lists.files import ListFile, UnreadableList


def root_of(file: ListFile) -> Element:
    """The root element; raises UnreadableList, with the line, for a broken or cut document."""
    try:
        root: Element = fromstring(file.content)
    except ParseError as error:
        raise UnreadableList(file.name, str(error).partition(":")[0], error.position[0]) from None
    except (DefusedXmlException, ValueError) as error:
        raise UnreadableList(file.name, type(error).__name__) from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def texts(element: Element, path: str) -> Iterator[str]:
    """The texts of the elements at a path that hold any, without spaces around them."""
    for found in element.findall(path):
        if found.text and found.text.strip():
            yield " ".join(found.text.split())


def text(element: Element, path: str) -> str:
    """The first of them; empty where there is none."""
    return next(texts(element, path), "")
