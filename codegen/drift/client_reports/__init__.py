"""Turns reports of clients about responses into edits of the document."""
