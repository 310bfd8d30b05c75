"""Tests go by the basic policy, unless they name another."""

from __future__ import annotations

import os

from tests.policies import BASIC_FILE

os.environ["ONBOARD_POLICY"] = str(BASIC_FILE)
