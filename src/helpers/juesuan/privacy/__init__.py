"""Personal data in published documents: found by its form and by its place, and masked before anything is told.

Natural persons' telephone and identity numbers, bank accounts, passports, licence plates, e-mail addresses
and the names beside `填表人` and the like are personal; hotlines, document numbers, postal codes and amounts
are not. A document is masked once, as soon as it is read: nothing after that ever holds what was masked.
"""

from juesuan.privacy.documents import masked_document, personal_data
from juesuan.privacy.patterns import mask, spans
from juesuan.privacy.personal import Personal, PersonalDatum, Span

__all__ = ["Personal", "PersonalDatum", "Span", "mask", "masked_document", "personal_data", "spans"]
