"""Trennwerk: separate personal data from the problem in customer mail, locally."""

__version__ = "0.1.0"
