"""The doors: chat, REST, command line, sign-in; no rule stands here."""
