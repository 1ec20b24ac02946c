"""What the client will be, before it has Python names: types, operations, and how values are sent."""
