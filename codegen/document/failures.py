"""Failures that are not problems of the document."""

from __future__ import annotations


class Unusable(Exception):
    """Wrong usage or a broken environment, nothing that is wrong in the document: exit code 2."""


class Defect(Exception):
    """The generator has contradicted itself; nothing is wrong in the document or the environment."""
