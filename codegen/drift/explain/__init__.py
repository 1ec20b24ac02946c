"""Explains a symbol of a client: where it comes from, what made it, what it is on the wire, who uses it."""
