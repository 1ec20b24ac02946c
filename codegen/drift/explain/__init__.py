"""Explains a symbol of a client: its origin, the code that made it, its form on the wire, and its users."""
