"""Who speaks: prompt files, the roster made of them, and the models behind it."""
