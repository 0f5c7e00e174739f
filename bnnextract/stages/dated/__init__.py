"""When a figure was, and if it is of one occurrence."""
