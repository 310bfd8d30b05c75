"""What a reviewer reads first: the case on one screen, each sentence with what it rests on."""

from desk.overview.overview import LastLook, Overview, overview_of

__all__ = ["LastLook", "Overview", "overview_of"]
