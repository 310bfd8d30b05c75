/* What Chainlit's page lacks: the system's theme, names for buttons, and a few calls of the server's. */
(() => {
  "use strict";

  // -- theme: follow the system until somebody chooses ------------------------------------------
  const THEME = "vite-ui-theme";
  if (!localStorage.getItem(THEME)) localStorage.setItem(THEME, "system");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => {
    if (localStorage.getItem(THEME) !== "system") return;
    const name = dark.matches ? "dark" : "light";
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(name);
    for (const [key, value] of Object.entries(window.theme?.[name] ?? {}))
      document.documentElement.style.setProperty(key, value);
  });

  // -- where on earth: the server writes times as they are here -----------------------------------
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
  document.cookie = `onboard_zone=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

  // -- whether somebody has done anything in this page yet: until then the focus is Chainlit's choice ------
  const use = () => (document.documentElement.dataset.used = "");
  for (const act of ["pointerdown", "keydown"]) window.addEventListener(act, use, { capture: true, once: true });

  // -- calls of the server's --------------------------------------------------------------------
  const write = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const calls = {
    "onboard.go": ({ to }) => {
      if (to.startsWith("/") && !to.startsWith("//")) window.location.assign(to);
    },
    "onboard.give_back": ({ text }) => {
      const box = document.getElementById("chat-input");
      if (!box) return;
      write(box, box.value ? `${text}\n${box.value}` : text);
      box.focus();
    },
  };
  window.addEventListener("chainlit-call-fn", (event) => calls[event.detail?.name]?.(event.detail.args));

  // -- names for what has none ------------------------------------------------------------------
  const words = JSON.parse(document.documentElement.dataset.names ?? "{}");
  document.documentElement.style.setProperty("--sending", JSON.stringify(words.sending ?? ""));
  const NAMES = {
    "#chat-input": words.message,
    "#chat-submit": words.send,
    "#new-chat-button": words.home,
    "#sidebar-trigger-button": words.conversations,
    "#theme-toggle": words.theme,
    "#user-nav-button": words.account,
    "#search-chats-button": words.find,
    "button:has(> svg.lucide-arrow-down)": words.newest,
  };
  const name = () => {
    for (const [selector, label] of Object.entries(NAMES)) {
      for (const node of document.querySelectorAll(selector))
        if (node.getAttribute("aria-label") !== label) node.setAttribute("aria-label", label);
    }
    // The name stands beside the picture already; Chainlit says it again, in English.
    for (const picture of document.querySelectorAll('img[alt^="Avatar for"]')) picture.alt = "";
    // Chainlit's list of conversations holds links where only list items may stand.
    for (const entry of document.querySelectorAll("ul[data-sidebar=menu] > :not(li, [role=listitem])")) entry.setAttribute("role", "listitem");
    const log = document.querySelector("[data-step-type]")?.closest(".overflow-y-auto");
    if (log && log.getAttribute("role") !== "log") {
      log.setAttribute("role", "log");
      log.setAttribute("aria-label", words.conversation);
      log.tabIndex = 0;
      stayAtTheEnd(log);
    }
  };
  // Whoever reads the newest message goes on doing so; whoever has scrolled up is left there.
  const stayAtTheEnd = (log) => {
    let atTheEnd = true;
    let before = 0;
    // The greeting alone is read from its beginning: it says who reads here, and who decides.
    const isGreeting = () => log.querySelectorAll("[data-step-type$=user_message], [data-step-type=assistant_message]").length < 2;
    const toTheEnd = () => {
      if (log.querySelector("#queue")) return;
      if (isGreeting()) log.scrollTop = 0;
      else if (atTheEnd) log.scrollTop = log.scrollHeight;
    };
    log.addEventListener("scroll", () => {
      // Growing content moves the end away as well; only going up means that somebody reads above.
      if (log.scrollHeight - log.scrollTop - log.clientHeight < 60) atTheEnd = true;
      else if (log.scrollTop < before - 2) atTheEnd = false;
      before = log.scrollTop;
    });
    const sizes = new ResizeObserver(toTheEnd);
    for (const part of [log, ...log.children]) sizes.observe(part);
    toTheEnd();
  };
  // At once and not at the next frame: nothing stands there without its name for a moment.
  new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
})();
