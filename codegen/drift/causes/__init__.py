"""Finds the causes of drift between the output and what would be generated."""
