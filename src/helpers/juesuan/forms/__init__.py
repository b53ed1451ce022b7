"""Statutory forms: recognition, tidying and repair."""

from juesuan.forms.recognise import recognise

__all__ = ["recognise"]
