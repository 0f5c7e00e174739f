"""`python -m bnnextract` is the command `bnnextract`."""

from bnnextract.cli import main

if __name__ == "__main__":
    main()
