"""Reads the document: its text, its parts with their places, and problems."""
