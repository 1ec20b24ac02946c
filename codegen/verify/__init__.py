"""Verifies the model from the side.

`second_reader` compares it with what openapi-python-client reads, and `ledger` looks for parts that are lost.
"""
