"""Attacks on the real intake path, and whether one gets through (``onboard eval injection``)."""
