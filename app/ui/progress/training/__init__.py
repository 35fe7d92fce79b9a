"""What was trained, seen and corrected."""
