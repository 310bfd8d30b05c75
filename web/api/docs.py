"""/api/docs: the OpenAPI document as a page of its own, without a script and without an outside host."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, cast

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

router = APIRouter(include_in_schema=False)

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #0f6e5c; }
@media (prefers-color-scheme: dark) { :root { --accent: #5fd3b6; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 3rem; } h3 { margin: 0 0 .25rem; font-size: 1rem; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { background: var(--soft); padding: .75rem; border-radius: .375rem; overflow-x: auto; }
.method { color: var(--accent); font-weight: 700; }
table { border-collapse: collapse; width: 100%; }
td, th { border-top: 1px solid var(--line); padding: .375rem .5rem; text-align: left; vertical-align: top; }
td:first-child { white-space: nowrap; }
a { color: var(--accent); }
"""

Spec = Mapping[str, Any]


@router.get("/api/docs")
async def show_docs(request: Request) -> HTMLResponse:
    """The calls, their parameters, bodies and answers."""
    spec = cast("Spec", request.app.openapi())
    return HTMLResponse("".join(_page(spec)), headers=HEADERS)


def _page(spec: Spec) -> Iterator[str]:
    title = escape(spec["info"]["title"])
    yield "<!doctype html><html lang=en><meta charset=utf-8>"
    yield f"<meta name=viewport content='width=device-width'><title>{title}</title><style>{STYLE}</style>"
    yield f"<h1>{title}</h1>{_prose(spec['info'].get('description', ''))}"
    yield "<p>The same for programs: <a href='/api/openapi.json'>openapi.json</a></p>"
    yield "<h2>Calls</h2>"
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            yield from _operation(method, path, operation)
    yield "<h2>Shapes</h2>"
    for name, schema in spec["components"]["schemas"].items():
        yield f"<article id='{escape(name)}'><h3>{escape(name)}</h3>"
        yield _prose(schema.get("description", "")) + _fields(schema) + "</article>"


def _operation(method: str, path: str, operation: Spec) -> Iterator[str]:
    yield f"<article><h3><span class=method>{method.upper()}</span> <code>{escape(path)}</code></h3>"
    yield f"<p><b>{escape(operation.get('summary', ''))}.</b></p>"
    yield _prose(operation.get("description", ""))
    if parameters := operation.get("parameters"):
        rows = "".join(_parameter(parameter) for parameter in parameters)
        yield f"<table><tr><th>Parameter<th>In<th>Meaning{rows}</table>"
    if "requestBody" in operation:
        yield from _body(operation["requestBody"]["content"])
    yield "<table><tr><th>Answer<th>Meaning"
    for status, answer in operation["responses"].items():
        yield f"<tr><td>{escape(status)}<td>{_answer(answer)}"
    yield "</table></article>"


def _body(content: Mapping[str, Spec]) -> Iterator[str]:
    for media_type, body in content.items():
        plain = "" if media_type == "application/json" else f"<code>{escape(media_type)}</code> "
        yield f"<p>Body: {plain}{_type(body.get('schema', {}))}</p>"
        if "example" in body:
            yield f"<pre>{escape(json.dumps(body['example'], indent=2, ensure_ascii=False))}</pre>"


def _parameter(parameter: Spec) -> str:
    meaning = parameter.get("description", "")
    needed = " (needed)" if parameter.get("required") else ""
    cells = (f"<code>{escape(parameter['name'])}</code>{needed}", parameter["in"], _inline(meaning))
    return "<tr>" + "".join(f"<td>{cell}" for cell in cells)


def _answer(answer: Spec) -> str:
    shapes = (_type(content.get("schema", {})) for content in answer.get("content", {}).values())
    return " ".join([_inline(answer.get("description", "")), *shapes])


def _fields(schema: Spec) -> str:
    rows = [
        f"<tr><td><code>{escape(name)}</code><td>{_type(part)}<td>{_inline(part.get('description', ''))}"
        for name, part in schema.get("properties", {}).items()
    ]
    if "enum" in schema:
        return f"<p>{', '.join(f'<code>{escape(str(value))}</code>' for value in schema['enum'])}</p>"
    return f"<table>{''.join(rows)}</table>" if rows else ""


def _type(schema: Spec) -> str:
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f"<a href='#{name}'>{name}</a>"
    if "anyOf" in schema:
        return " or ".join(_type(part) for part in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "const" in schema:
        return f"<code>{escape(json.dumps(schema['const']))}</code>"
    if "enum" in schema:
        return " or ".join(f"<code>{escape(json.dumps(value))}</code>" for value in schema["enum"])
    name = schema.get("format") or schema.get("title" if "properties" in schema else "type") or ""
    return escape(name)


def _prose(text: str) -> str:
    return "".join(f"<p>{_inline(part)}</p>" for part in text.split("\n\n") if part.strip())


def _inline(text: str) -> str:
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if n % 2 else part for n, part in enumerate(parts))
