"""The pages that are not the chat: starting, links, forms, accounts."""
