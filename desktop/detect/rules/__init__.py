"""The rule layer: recognisers in linear time for what a pattern, checksum or list can prove.

One file a family. ``find`` returns raw candidates, which may overlap; ``desktop.detect.merge``
settles them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.detect.rules import (
    addresses,
    bank,
    cards,
    credentials,
    dates,
    echoes,
    email_addresses,
    keyed_numbers,
    loose_numbers,
    national_ids,
    neighbours,
    network,
    organisations,
    other,
    persons,
    phones,
    places,
    plates,
    signatures,
    tables,
    usernames,
    web,
)
from desktop.detect.rules.engine import View, run
from desktop.domain import Span

RECOGNISERS = (
    *email_addresses.RECOGNISERS,
    *web.RECOGNISERS,
    *network.RECOGNISERS,
    *bank.RECOGNISERS,
    *cards.RECOGNISERS,
    *phones.RECOGNISERS,
    *national_ids.RECOGNISERS,
    *loose_numbers.RECOGNISERS,
    *dates.RECOGNISERS,
    *plates.RECOGNISERS,
    *credentials.RECOGNISERS,
    *usernames.RECOGNISERS,
    *other.RECOGNISERS,
    *places.RECOGNISERS,
    *addresses.RECOGNISERS,
)
FINDERS: tuple[Callable[[View], Iterator[Span]], ...] = (
    bank.find_ibans,
    keyed_numbers.find_keyed_numbers,
    places.find_postal_places,
    places.find_living_places,
    places.find_line_places,
    places.find_places_before,
    places.find_in_towns,
    addresses.find_streets,
    addresses.find_listed_streets,
    addresses.find_block_streets,
    addresses.find_foreign_streets,
    persons.find_after_salutation,
    persons.find_after_title,
    persons.find_after_role,
    persons.find_after_intro,
    persons.find_after_greeting,
    persons.find_given_names,
    persons.find_in_headers,
    persons.find_in_chats,
    persons.find_in_fields,
    persons.find_in_markup,
    signatures.find_signatures,
    signatures.find_address_blocks,
    tables.find_in_tables,
    organisations.find_legal_forms,
    organisations.find_trade_words,
    organisations.find_tails,
    organisations.find_org_fields,
)
CHECKSUMMED: frozenset[str] = frozenset({"iban"}) | frozenset(
    f"{recogniser.name}" for recogniser in RECOGNISERS if recogniser.check is not None
)


def find(text: str) -> list[Span]:
    """All candidates of all rule families in ``text``, sorted; they may overlap.

    ``source`` is ``rule:<recogniser>``; offsets are code points. Time is linear in the text.
    """
    view = View(text)
    found = list(run(RECOGNISERS, view))
    for finder in FINDERS:
        found.extend(finder(view))
    found.extend(neighbours.find_neighbours(view, found))
    found.extend(echoes.find_echoes(view, found))
    found.extend(echoes.join_names(view, found))
    return sorted(set(found))
