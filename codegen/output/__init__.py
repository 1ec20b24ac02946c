"""From the model to files: render, format, write, compare, and report."""
