"""From newspaper pages to cited answers."""
