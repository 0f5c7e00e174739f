"""Decided figures to statistics: joined, merged, with their doubts and the reasons of all others."""
