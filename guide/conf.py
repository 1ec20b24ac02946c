"""The settings of Sphinx for this folder: `make docs`."""

from __future__ import annotations

project = "Aether Platform client"
copyright = "the authors of the client"  # noqa: A001 - a setting of Sphinx

extensions = ["myst_parser"]
myst_heading_anchors = 3
suppress_warnings = ["myst.strikethrough"]

html_theme = "furo"
html_title = project
html_copy_source = False
html_show_sphinx = False
