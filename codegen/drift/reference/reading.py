"""Reads a page of a published reference, as HTML or as text."""

from __future__ import annotations

import re
from collections.abc import Collection

from codegen.drift.reference.html import read_html
from codegen.drift.reference.page import Page
from codegen.drift.reference.text import read_text

_HTML = re.compile(r"(?i)(?:<!--(?:(?!-->).)*+-->|\s)*+<(?:!doctype\s+html|html|head|body|main)\b", re.DOTALL)


def read_page(name: str, content: str, fields: Collection[str], parameters: Collection[str]) -> Page:
    """Read a page, as HTML or as text.

    Args:
        name: The name of its file, or its URL.
        content: Its content.
        fields: The names of fields in the document.
        parameters: The names of parameters in the document.

    Raises:
        UnreadableError: It is not a page of an operation that the OpenAPI plug-in of Starlight has made.
    """
    if _HTML.match(content):
        return read_html(name, content)
    return read_text(name, content, fields, parameters)
