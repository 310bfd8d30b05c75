"""Where it is kept: settings, keys, tables, the event log with its chain and seals."""
