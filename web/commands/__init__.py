"""The command line's door: one module a command, named as the command; each holds ``app``."""
