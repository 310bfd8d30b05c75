"""The chat: Chainlit's window onto the desk. Chainlit draws and carries; it keeps and decides nothing.

Chainlit reads where its files are from the environment while it is imported, so this stands
before every import of it in this package.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds app.py, public/ and .chainlit/."""

os.environ.setdefault("CHAINLIT_APP_ROOT", str(ROOT))
os.environ.setdefault("CHAINLIT_AUTH_COOKIE_NAME", "onboard_session")
