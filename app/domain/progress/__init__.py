"""What readings add up to: series that may be compared, errors, trend, status, and one honest sentence.

The formulas and their sources stand where they are computed. Nothing here needs more than the standard library: a
trend looks at half a year, some thirty sessions.
"""
