"""Reading the document: its text, its parts with their places, and what is wrong with it."""
