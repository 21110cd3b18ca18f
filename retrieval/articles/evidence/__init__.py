"""What may speak for a reading of a page, and what each piece of it weighs."""
