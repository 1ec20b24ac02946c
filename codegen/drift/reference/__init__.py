"""Compares a document with the reference that its vendor publishes."""
