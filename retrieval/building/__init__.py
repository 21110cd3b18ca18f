"""How the next version of a corpus comes about, and whether it is good enough to swap in."""
