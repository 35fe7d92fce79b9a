"""The window: Qt Widgets, one folder per tab."""
