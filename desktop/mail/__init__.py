"""Read messages of every kind into one Mail."""
