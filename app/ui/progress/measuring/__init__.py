"""Taking a measurement: how to, the trials, and the reading that comes of them."""
