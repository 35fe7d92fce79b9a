"""What a person makes: exercises, routines and tests of their own, and the drafts of them."""
