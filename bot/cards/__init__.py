"""What a reader sees, as plain data."""
