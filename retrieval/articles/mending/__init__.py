"""The article as it is read: its parts in order, its lines joined."""
