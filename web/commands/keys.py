"""``onboard keys``: the encryption keys."""

from __future__ import annotations

import typer

from cases.errors import OnboardError
from storage.rotation import rotate
from web.commands.session import run

app = typer.Typer(help="Encryption keys.", no_args_is_help=True, add_completion=False)


@app.callback()
def group() -> None:
    """Encryption keys."""


@app.command("rotate")
def rotate_keys() -> None:
    """Put a new first key in and wrap everything under it; the server may run meanwhile.

    The keys of heads, seals and keyed hashes (sign-in by address, duplicates) are not renewed by it.
    """
    done = run(lambda onboard: rotate(onboard.desk.db, onboard.desk.keyring))
    if done.new_key:
        print("A new key is first; the old ones stay, and open what they wrapped.")
    else:
        print("The keys are those of ONBOARD_ENCRYPTION_KEYS; everything is wrapped under the first.")
    print(f"Wrapped again: {done.cases} cases, {done.values} other values.")
    if done.left:
        raise OnboardError(f"{done.left} values could not be opened and were left; see transcript verify.")
