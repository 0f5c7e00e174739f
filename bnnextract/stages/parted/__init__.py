"""Of which part of what is counted a figure is."""
