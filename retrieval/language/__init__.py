"""What Chinese text holds, whatever is asked: words, numbers, days, names, lists."""
