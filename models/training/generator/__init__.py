"""Support mails made from parts, labelled as they are made.

Real German mail sets hold next to no IBANs, tax numbers, customer numbers, birth dates, passwords,
IP addresses or log lines; these mails bring them, together with hard negatives that look alike.
"""

from models.training.generator.compose import generate

__all__ = ["generate"]
