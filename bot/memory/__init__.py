"""What is remembered, how much one may ask, what is kept out of the log."""
