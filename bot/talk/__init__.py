"""What is said to a reader or an admin, in Telegram or a terminal."""
