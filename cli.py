"""``onboard``: the command line. Each command stands in web/commands and is loaded when it is called."""

from __future__ import annotations

from web.commands.program import run

# name, module in web/commands, one line for `onboard --help`
COMMANDS = (
    ("serve", "Web UI, REST API and background work in one process."),
    ("apply", "Submit applications from a file."),
    ("cases", "The queue, and one case."),
    ("team", "What each reviewer has, and what is nobody's or late."),
    ("decide", "Approve or decline a case."),
    ("appeal", "Appeal against a decline, as its merchant."),
    ("say", "Say something in a conversation, to the merchant too."),
    ("note", "Write a note for colleagues alone."),
    ("call", "Put a phone call on record."),
    ("answers", "Ready-made answers, filled for a case."),
    ("complaints", "Complaints: list, make, take, answer, close."),
    ("ask-team", "Ask the team in private what the record says."),
    ("takeover", "Answer the merchant in person, or hand back to the agents."),
    ("notice", "The letter to a declined merchant: foresee it, read it."),
    ("escalate", "Raise a case to the leads, so that somebody else decides it."),
    ("second-looks", "Decisions drawn at random for a second look: list, record."),
    ("ask", "Ask the merchant of a case for things; more time; take it back."),
    ("category", "Confirm or correct the merchant category code of a case."),
    ("view", "Note an own view of a case before reading what is recommended."),
    ("agreement", "How reviewers agree with what is recommended."),
    ("override", "Override a check or the risk of a case, for a reason and a time."),
    ("checks", "How well facts are known, and checks made elsewhere: list, record."),
    ("matches", "Potential matches on watch lists: show, resolve, reopen."),
    ("account", "What becomes of an account: suspend, reinstate, look, close."),
    ("transcript", "Conversations: read, export, verify."),
    ("eval", "How well the agents do on labelled files, and against attacks."),
    ("policy", "Policies: check, diff, simulate, examples."),
    ("screen", "Look a name up on the watch lists."),
    ("lists", "Watch lists: update, status."),
    ("users", "Accounts: add, list, passwd, role, disable, enable, notifications."),
    ("tokens", "Bearer tokens: create, list, revoke."),
    ("webhooks", "Partners told of every public state: add, list, remove, deliveries, replay."),
    ("keys", "Encryption keys: rotate."),
    ("settings", "The settings in effect, and where each came from."),
)


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    run(dict(COMMANDS))


if __name__ == "__main__":
    main()
