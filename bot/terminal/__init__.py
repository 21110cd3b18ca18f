"""The command line, for people and as JSON."""
