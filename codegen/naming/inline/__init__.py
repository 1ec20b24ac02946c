"""Names for the classes of schemas that are written inline."""
