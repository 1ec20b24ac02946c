"""The operations of a path item (OpenAPI 3.1.1, 4.8.9)."""

from __future__ import annotations

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The keys of a path item that are operations (OpenAPI 3.1.1, 4.8.9)."""
