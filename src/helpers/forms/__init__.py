"""Statutory forms: recognition, tidying and repair."""

from helpers.forms.recognise import recognise

__all__ = ["recognise"]
