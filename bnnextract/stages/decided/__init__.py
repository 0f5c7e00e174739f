"""Each figure decided in the order of the text, with those before it in mind."""
