"""What all tests share."""

from hypothesis import settings

# A loaded machine makes single examples slow; how long a whole test may take is its own matter.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
