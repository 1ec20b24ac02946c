"""Every decision about Python names."""
