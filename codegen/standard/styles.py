"""Styles of parameters beyond those of the standard."""

TABS = "tabDelimited"
"""The ``tsv`` of Swagger 2.0, for which OpenAPI has no style. The runtime has one."""
