"""What the No auth takes and sends."""

from __future__ import annotations
