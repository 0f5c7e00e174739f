"""What the program knows: entries read strictly from `patterns/` and compiled once a process."""
