"""Converts text of the document for use in source: Markdown, wrapping, quoting."""
