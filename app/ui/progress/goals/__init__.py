"""A goal for a test."""
