"""The Session tab at rest."""
