"""Whether a page is fit to be used: by everybody (axe), in a window of its width, in one language."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from cases.languages import Language

ENGLISH = (
    r"\b(the|and|of|to|you|your|with|please|from|saved|why|today|light|send|new|turn|review|needed|"
    r"onboard assistant)\b"
)
"""Words that stand in nearly every English sentence, and in none of the other languages."""

_FOREIGN = """([language, pattern]) => {
  const english = new RegExp(pattern, "i"), found = new Set()
  const note = (element, text) => {
    const own = element.closest("[lang]")?.lang.startsWith(language)
    if (own && english.test(text ?? "")) found.add(text.trim())
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (["SCRIPT", "STYLE", "TEMPLATE"].includes(element.tagName) || !element.checkVisibility()) continue
    for (const name of ["placeholder", "title", "alt", "aria-label"])
      note(element, element.getAttribute(name))
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) note(element, node.data)
  }
  return [...found]
}"""


async def is_fit(page: Page, language: Language = "en") -> None:
    """Fails where axe finds something serious, something sticks out, or a word is in another language."""
    await is_accessible(page)
    sticks_out = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert sticks_out <= 0, (page.url, sticks_out)
    assert await page.get_attribute("html", "lang") == language, page.url
    if language != "en":
        foreign = await page.evaluate(_FOREIGN, [language, ENGLISH])
        assert foreign == [], (page.url, foreign)


async def is_accessible(page: Page) -> None:
    """Fails where axe finds something serious or critical."""
    serious = await violations(page, impacts=("serious", "critical"))
    assert not serious, (page.url, serious)


async def violations(
    page: Page, *, within: str | None = None, impacts: Sequence[str] = ()
) -> list[tuple[str, list[str]]]:
    """What axe finds, each with the elements it is about; ``within``: in that part of the page alone."""
    # A page whose style sheet is still on its way has colours that nobody gets to see.
    await page.wait_for_load_state()
    found = (await Axe().run(page, context=within)).response["violations"]
    counted = [each for each in found if not impacts or each["impact"] in impacts]
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in counted]
