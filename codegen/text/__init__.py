"""Text of the document on its way into source: Markdown, wrapped lines, quoting."""
