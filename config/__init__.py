"""Settings and every sentence a reader sees."""
