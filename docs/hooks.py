"""Adds the pages of the reference, which are made from the program, to the site."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from juesuan.reference import PAGES


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Give the site a file for each page of the reference."""
    for path, page in PAGES.items():
        files.append(File.generated(config, path, content=page()))
    return files
