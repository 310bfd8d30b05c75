"""The domain, without I/O: what an application is, when it may be approved and by whom."""
