"""Is what was stated usable? A module for each concern; ``checking`` makes them all."""

from tools.validation.checking import VALIDATE_APPLICATION, validate

__all__ = ["VALIDATE_APPLICATION", "validate"]
