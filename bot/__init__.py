"""The Telegram bot and the command line: front ends to `retrieval`."""
