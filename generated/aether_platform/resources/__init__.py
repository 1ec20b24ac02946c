"""One module for each group of operations; a client imports it when it is first used."""
