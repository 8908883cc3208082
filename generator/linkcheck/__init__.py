"""Asks the addresses that the content links to, and tells what became of them."""
