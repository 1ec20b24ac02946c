"""The models, enums and unions of the API."""

from __future__ import annotations
