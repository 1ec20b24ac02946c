"""Compares two versions of an API: what changed, and what it means for the users of its client."""
