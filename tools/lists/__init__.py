"""Watch lists as their publishers write them, read into entries of one form."""

from tools.lists.entry import ListEntry, ListFile, Topic
from tools.lists.reading import read_lists

__all__ = ["ListEntry", "ListFile", "Topic", "read_lists"]
