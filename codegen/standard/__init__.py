"""OpenAPI and JSON Schema as data, and questions that the standard alone answers."""
