"""The policies that are shipped: most tests go by the basic one, which the contract describes."""

from __future__ import annotations

from pathlib import Path

from tools.policy_file import load_policy

FOLDER = Path(__file__).parents[1] / "policies"
BASIC_FILE = FOLDER / "basic.yaml"
FULL_FILE = FOLDER / "onboarding.yaml"
BASIC = load_policy(BASIC_FILE)
FULL = load_policy(FULL_FILE)

_SILENT = f"""
extends: {BASIC_FILE}
name: silent
version: "1"
decline_reasons:
  appetite: {{label: Outside what we take on, visibility: generic-only}}
  sanctions: {{label: Sanctions, visibility: silent}}
declining:
  notices: {FOLDER / "notices"}
  countries: {{US: us, GB: uk}}
  otherwise: eu
"""


def write_silent_policy(folder: Path) -> Path:
    """The basic policy in a file, with reasons that are not told besides, and letters to whom is declined."""
    file = folder / "silent.yaml"
    file.write_text(_SILENT, encoding="utf-8")
    return file
