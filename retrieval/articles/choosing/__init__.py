"""Which piece follows which under which headline: the best reading of the page."""
