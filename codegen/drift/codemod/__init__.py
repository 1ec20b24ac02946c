"""Writes a program that renames the names of a client in programs of its users."""
