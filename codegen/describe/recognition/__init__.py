"""Recognises pages and states to wait for, by rules or declarations."""
