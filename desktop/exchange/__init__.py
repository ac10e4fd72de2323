"""What leaves the laptop and what comes back: packages, leak check, vendors, replies, answers."""
