"""The data for the templates: frozen classes whose fields are finished source.

A view is made from the model and the names. It has the contents of a page, and the template has the layout.
"""
