"""Whether a quotation stands in the corpus, and what differs."""
