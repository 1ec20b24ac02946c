"""Takes what clients report about responses back into the document."""
