"""The cases as a list to work through: what is in it, in which order, and which comes next."""
