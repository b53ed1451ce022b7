"""The whole catalogue of planted errors, filled by importing its rooms."""

from corpus import plant_forms, plant_performance, plant_prose, plant_words
from corpus.plant import CATALOGUE, Plant, Planted, Site, planted

__all__ = [
    "CATALOGUE",
    "Plant",
    "Planted",
    "Site",
    "plant_forms",
    "plant_performance",
    "plant_prose",
    "plant_words",
    "planted",
]
