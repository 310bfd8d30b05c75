"""Documents at the door: what a file is, whether it can be kept, and what text stands in it."""
