"""Verifies the model independently of the steps that make it.

`second_reader` compares it with what openapi-python-client reads, and `ledger` looks for parts that are lost.
"""
