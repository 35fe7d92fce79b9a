"""What was trained: sessions as they were done, corrected, written down afterwards, and seen over time."""
