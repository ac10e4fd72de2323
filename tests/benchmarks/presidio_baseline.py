"""Presidio with every pattern recogniser it has for German text, on a blank spaCy pipeline.

No named-entity model: what is compared is the pattern layer that an offline product would get from
it. Phones are searched for Germany, Austria and Switzerland. Entity types are mapped to our labels.
"""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
from typing import Any

import spacy
import tldextract
from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    DateRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpRecognizer,
    MacAddressRecognizer,
    PhoneRecognizer,
    UrlRecognizer,
)
from presidio_analyzer.predefined_recognizers.country_specific import germany

Row = dict[str, Any]
LABELS = {
    "EMAIL_ADDRESS": "EMAIL",
    "PHONE_NUMBER": "PHONE",
    "URL": "URL",
    "IP_ADDRESS": "IP",
    "MAC_ADDRESS": "MAC",
    "IBAN_CODE": "IBAN",
    "CREDIT_CARD": "CREDIT_CARD",
    "DATE_TIME": "DATE",
    "DE_KFZ": "LICENSE_PLATE",
    "DE_LICENSE_PLATE": "LICENSE_PLATE",
    "DE_PLZ": "LOCATION",
    "DE_POSTAL_CODE": "LOCATION",
}  # every other German entity is a number of some register


class _BlankEngine(SpacyNlpEngine):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__(ner_model_configuration=NerModelConfiguration(labels_to_ignore=[]))
        self.nlp = {"de": spacy.blank("de")}

    def load(self) -> None:
        return


def german_recognisers() -> list[Any]:
    found = []
    for info in pkgutil.iter_modules(germany.__path__):
        module = importlib.import_module(f"{germany.__name__}.{info.name}")
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, PatternRecognizer) and kind.__module__ == module.__name__:
                found.append(kind(supported_language="de"))
    return found


class Presidio:
    def __init__(self) -> None:
        logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
        # Its e-mail check would fetch a list of suffixes; the list in the package does as well.
        tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=())
        registry = RecognizerRegistry(supported_languages=["de"])
        for kind in (CreditCardRecognizer, DateRecognizer, EmailRecognizer, IbanRecognizer,
                     IpRecognizer, MacAddressRecognizer, UrlRecognizer):  # fmt: skip
            registry.add_recognizer(kind(supported_language="de"))
        regions = ("DE", "AT", "CH")
        registry.add_recognizer(PhoneRecognizer(supported_language="de", supported_regions=regions))
        self.names = []
        for recogniser in german_recognisers():
            registry.add_recognizer(recogniser)
        self.names = sorted(r.name for r in registry.recognizers)
        self._engine = AnalyzerEngine(
            registry=registry, nlp_engine=_BlankEngine(), supported_languages=["de"]
        )

    def find(self, text: str) -> list[Row]:
        """Its hits; where they overlap, the surer and then the longer one."""
        hits = self._engine.analyze(text=text, language="de")
        hits.sort(key=lambda hit: (-hit.score, hit.start - hit.end, hit.start))
        kept: list[Row] = []
        for hit in hits:
            if all(hit.end <= row["start"] or row["end"] <= hit.start for row in kept):
                label = LABELS.get(hit.entity_type, "ID_NUMBER")
                kept.append({"start": hit.start, "end": hit.end, "label": label})
        return kept
