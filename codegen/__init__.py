"""The steps from an OpenAPI document to a client package, one module each.

``load -> check -> simplify -> parse -> model -> ledger -> render -> format -> write | compare``
"""
