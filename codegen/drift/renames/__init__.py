"""Recognises what was renamed between two versions, and keeps the former names in the client."""
