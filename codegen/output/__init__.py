"""Render, format, write and compare the files of a client, and report the results."""
