"""What was done, once a session has ended."""
