"""The objects and values that the API takes and sends."""

from __future__ import annotations
