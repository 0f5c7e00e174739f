"""What a figure counts, by the words that name it and by the figures before it."""
