"""Whose a figure is: which office did, found or had it."""
