"""Chainlit's target: the chat. ``onboard serve`` mounts it; ``chainlit run app.py`` serves it alone."""

from web.chat.alone import stand_alone
from web.chat.chainlit_app import register
from web.chat.context import is_set

if not is_set():
    stand_alone()
register()
