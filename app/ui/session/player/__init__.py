"""The Session tab while a session is played."""
