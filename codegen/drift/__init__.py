"""Reports what has drifted apart, and why. Nothing here writes."""
