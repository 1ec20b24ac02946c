"""Turns reports of clients about responses into edits to the document."""
