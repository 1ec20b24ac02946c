"""Fakes of the classes in `resources` of the client."""
