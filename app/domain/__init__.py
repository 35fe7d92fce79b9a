"""What an exercise, a routine, a session and a reading are; time, rules, statistics. Standard library only."""
