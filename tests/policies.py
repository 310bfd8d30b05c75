"""The policies that are shipped: most tests go by the basic one, which the contract describes."""

from __future__ import annotations

from pathlib import Path

from tools.policy_file import load_policy

FOLDER = Path(__file__).parents[1] / "policies"
BASIC_FILE = FOLDER / "basic.yaml"
FULL_FILE = FOLDER / "onboarding.yaml"
BASIC = load_policy(BASIC_FILE)
FULL = load_policy(FULL_FILE)
