"""From hits to an answer: its window, how sure it is, what it cites, what is asked next."""
