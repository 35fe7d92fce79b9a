"""Limber: follow a routine for the back, record how far you reach, see whether the change is real."""

__version__ = "0.1.0"
