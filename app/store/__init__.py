"""Keeps what a person did and made, and finds it again. Knows SQLite; nobody above does."""
