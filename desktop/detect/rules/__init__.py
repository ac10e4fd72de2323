"""The rule layer: recognisers in linear time for what a pattern, checksum or list can prove.

One file a family. ``find`` returns raw candidates, which may overlap; ``desktop.detect.merge``
settles them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.detect.rules import (
    access_codes,
    account_names,
    address_abroad,
    address_bare,
    address_blocks,
    address_british,
    address_fields,
    address_foreign,
    address_placed,
    address_tails,
    address_wrapped,
    addresses,
    answered_numbers,
    asked_secrets,
    bank,
    birth_dates,
    cards,
    command_lines,
    credentials,
    dates,
    echoes,
    email_addresses,
    field_values,
    free_codes,
    given_names,
    headers,
    keyed_numbers,
    loose_numbers,
    name_borders,
    national_ids,
    neighbours,
    network,
    number_echoes,
    organisations,
    other,
    persons,
    phones,
    places,
    plates,
    secret_lists,
    secret_shapes,
    seed_groups,
    sign_in_pairs,
    signatures,
    signoffs,
    spoken_numbers,
    tables,
    usernames,
    web,
)
from desktop.detect.rules.engine import Table, View
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
    *access_codes.RECOGNISERS,
    *secret_shapes.RECOGNISERS,
    *usernames.RECOGNISERS,
    *other.RECOGNISERS,
    *places.RECOGNISERS,
    *address_fields.RECOGNISERS,
)
TABLE = Table(RECOGNISERS)
FINDERS: tuple[Callable[[View], Iterator[Span]], ...] = (
    bank.find_ibans,
    keyed_numbers.find_keyed_numbers,
    answered_numbers.find_distant_numbers,
    answered_numbers.find_named_behind,
    free_codes.find_free_codes,
    places.find_postal_places,
    places.find_living_places,
    places.find_line_places,
    places.find_places_before,
    places.find_in_towns,
    addresses.find_streets,
    addresses.find_preposed,
    addresses.find_after_leads,
    addresses.find_squares,
    address_placed.find_listed_streets,
    address_bare.find_lived_streets,
    address_bare.find_streets_before_code,
    address_tails.find_unit_lines,
    address_blocks.find_block_streets,
    address_abroad.find_country_lines,
    address_foreign.find_foreign_streets,
    address_british.find_british,
    address_wrapped.find_wrapped_streets,
    persons.find_after_salutation,
    persons.find_after_title,
    persons.find_after_role,
    persons.find_after_intro,
    persons.find_after_greeting,
    given_names.find_given_names,
    headers.find_in_headers,
    headers.find_in_chats,
    headers.find_in_fields,
    headers.find_in_markup,
    spoken_numbers.find_spoken,
    field_values.find_in_place_fields,
    account_names.find_account_names,
    account_names.find_speakers,
    command_lines.find_in_commands,
    seed_groups.find_seeds,
    asked_secrets.find_asked,
    sign_in_pairs.find_pairs,
    signatures.find_signatures,
    signatures.find_address_blocks,
    signoffs.find_signoffs,
    signoffs.find_initial_names,
    signoffs.find_self_named,
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
    found = list(TABLE.find(view))
    for finder in FINDERS:
        found.extend(finder(view))
    found = list(name_borders.settle_names(view, found))
    found.extend(number_echoes.find_same_make(view, found))
    found.extend(spoken_numbers.find_spelled(view, found))
    found.extend(secret_lists.find_whole(view, found))
    found.extend(secret_lists.find_alternatives(view, found))
    found.extend(birth_dates.find_births(view, found))
    found.extend(neighbours.find_neighbours(view, found))
    found.extend(name_borders.settle_names(view, echoes.find_echoes(view, found)))
    found.extend(echoes.join_names(view, found))
    return sorted(set(found))


def warm_up() -> None:
    """Read the word lists and build the automata, so that the first mail is as fast as the rest."""
    find(_SAMPLE)


# Invented: a little of everything that the recognisers look for.
_SAMPLE = """Betreff: Störung, Kundennummer 44-10982217, Vertrag V/2023/0815
Von: Berger, Anna <anna.berger@post.example> / www.berger-privat.example
Gesendet: Sonntag, 28. Juli 2024 09:12, geb. am 01.05.1972 in Ulm
Sehr geehrte Frau Dr. Klein, mein Mann Kerem wohnt in der Wiesenstr. 95, 50964 Köln.
Tel. 0171 / 7940779 oder +49 (0)89 1234567-12, Fax 030 1234567, Kennzeichen HB-JK 796
IBAN DE23 1000 0000 1234 5678 90, BIC GENODEM1XXX, Karte 4711 1234 5678 0008
Benutzer: berger_a, Passwort: Igel-9083!x, PIN 4711, IP 188.66.139.105, MAC 3C:9A:79:96:22:35
Paket 00340434597018596312, GPS 51.0195, 6.2314, Rechner TRH-WS27.kunde.local
Name | Seriennr. | Geburtsdatum
Udo Specht | MX13W94010202 | 03.04.1980
Mit freundlichen Grüßen
i. A. Gudrun Reich, Metzgerei Reich GmbH, Am Mühlengraben 48, 38118 Braunschweig
"""
