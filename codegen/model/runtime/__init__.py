"""The client's runtime as the generator knows it."""
