"""A guard: drawings in a PDF that contain themselves bring camelot's parser down with the whole process."""

from __future__ import annotations

from typing import Any

from playa.page import Page
from playa.pdftypes import ContentStream, resolve1


def draws_itself(page: Page) -> bool:
    """Whether a form (a drawing used within others) on a page uses itself, if only through others."""
    return _leads_back(page.resources, page.resources, (), set())


def _leads_back(resources: Any, inherited: Any, above: tuple[Any, ...], cleared: set[Any]) -> bool:
    own = resolve1(resources)
    used = resolve1(own.get("XObject")) if isinstance(own, dict) else None
    for reference in used.values() if isinstance(used, dict) else ():
        form = resolve1(reference)
        if not isinstance(form, ContentStream) or form.objid in cleared:
            continue
        if form.objid in above or _leads_back(
            form.get("Resources", inherited), inherited, (*above, form.objid), cleared
        ):
            return True
        cleared.add(form.objid)
    return False
