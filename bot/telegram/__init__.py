"""What only Telegram needs: in which order, how fast, what is sent again."""
