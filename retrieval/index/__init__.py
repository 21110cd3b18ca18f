"""What of an article is indexed, and what lies on disk."""
