"""Lines of business in several languages and the merchant category codes (ISO 18245) that fit them."""

from __future__ import annotations

from cases.fields.trades.building import BUILDING
from cases.fields.trades.care import CARE
from cases.fields.trades.food import FOOD
from cases.fields.trades.learning import LEARNING
from cases.fields.trades.retail import RETAIL
from cases.fields.trades.services import SERVICES
from cases.fields.trades.travel import TRAVEL
from cases.fields.trades.wholesale import WHOLESALE

TRADES = FOOD + RETAIL + BUILDING + CARE + LEARNING + SERVICES + TRAVEL + WHOLESALE
"""Every entry; a phrase that two of them hold belongs to the first."""

__all__ = ["FOOD", "RETAIL", "TRADES", "WHOLESALE"]
