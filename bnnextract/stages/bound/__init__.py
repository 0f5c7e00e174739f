"""Which figures a construction or a row binds together, and in which roles."""
