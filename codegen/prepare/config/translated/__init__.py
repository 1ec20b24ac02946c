"""Translates the configurations of other generators into that of this one.

`finding` finds one beside a document, `stainless` and `openapi_python_client` translate it, and `reasons`
says why a key is not converted.
"""
