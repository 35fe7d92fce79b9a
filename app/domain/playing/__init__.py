"""A routine in time: laid out for one person, played, broken off and gone on with."""
