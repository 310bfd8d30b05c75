"""Brings a database to the tables that this version knows."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from cases.errors import Unavailable

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def upgrade(connection: Connection) -> None:
    """Run what is missing inside the connection's transaction: all of it or nothing.

    Raises ``Unavailable`` for a database of a later version.
    """
    config = Config()
    # A per cent sign would be read as the start of an interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise Unavailable("The database was made by a later version of Onboard.") from error
