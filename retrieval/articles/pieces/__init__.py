"""The heads and stretches of text that a page is made of, and how they begin and end."""
