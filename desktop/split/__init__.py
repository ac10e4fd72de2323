"""Text into description and tokens, and back, byte for byte."""
