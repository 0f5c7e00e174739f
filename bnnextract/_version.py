"""The version, in a module of its own: the build reads it, and `--version` need not ask the package's metadata."""

__version__ = "0.1.0"
