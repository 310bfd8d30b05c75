"""Watch lists as their publishers write them, read into entries of one form."""

from tools.lists.files import ListFile, ReadList, UnreadableList
from tools.lists.reading import read_lists

__all__ = ["ListFile", "ReadList", "UnreadableList", "read_lists"]
