"""Our description of the client, before Python names are chosen: types, operations, wire formats."""
