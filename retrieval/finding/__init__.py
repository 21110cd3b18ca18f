"""Which sentence of an article answers, and which phrase in it."""
