"""openapi-python-client, which reads the document beside us."""
