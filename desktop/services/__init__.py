"""Use cases: permission, then work, then audit, in one transaction."""
