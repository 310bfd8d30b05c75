"""Who speaks when: the group chat, the runs of it, and the work that starts them."""
