"""The folder of pages, and how an upload gets into it."""
