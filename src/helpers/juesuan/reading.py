"""From a source to `Accounts`: the whole way through, each room in its order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from juesuan.accounts import Accounts
from juesuan.document import Document
from juesuan.errors import NotADisclosure
from juesuan.evaluations import left_over, ties, unread, without_evaluations
from juesuan.evaluations import recognise as recognise_evaluations
from juesuan.evaluations.aims import targets
from juesuan.forms import recognise
from juesuan.forms.statutory import BUDGET
from juesuan.identity import identify
from juesuan.joining import joined
from juesuan.kinds.bodies import bodies
from juesuan.kinds.policy import POLICIES
from juesuan.kinds.recognition import form_set, recognise_kind, sentences
from juesuan.kinds.scope import region_of, scope_of
from juesuan.kinds.titles import titles_of
from juesuan.kinds.wholeness import gaps
from juesuan.leftover import recognised_pages, unread_tables
from juesuan.misreadings import snapped, unsure
from juesuan.privacy import masked_document
from juesuan.readers import load, load_text
from juesuan.readers.narratives import with_narratives
from juesuan.statements import coverage, extract, outline
from juesuan.terminal import visible


def read(source: Path) -> Accounts:
    """The accounts in one file; those of the first body where it holds several.

    Raises `SourceError` (see `juesuan.errors`) where the file cannot be read, and `NotADisclosure` where
    it is of a kind that is not audited.
    """
    return read_all(source)[0]


def read_all(source: Path) -> tuple[Accounts, ...]:
    """The accounts of every body in a file, in their order; raises as `read` where none is audited."""
    found = tuple(map(understand, bodies(load(source))))
    audited = tuple(accounts for accounts in found if POLICIES[accounts.kind].audited)
    if audited:
        return audited
    policy = POLICIES[found[0].kind]
    unread = "；".join(gap.reason for gap in found[0].gaps if gap.pages)
    raise NotADisclosure(source, policy.zh_says + unread, policy.en_says)


def read_joined(sources: Sequence[Path]) -> Accounts:
    """The accounts in several files that are one disclosure; raises `SourceError` where one cannot be read."""
    return understand(joined([load(source) for source in sources]))


def read_text(text: str, name: str = "text") -> Accounts:
    """The accounts in a piece of text, for examples and tests; nothing need be in it."""
    return understand(load_text(text, name))


def understand(document: Document) -> Accounts:
    """Forms, then self-evaluations, then prose: each leaves the next what it did not claim.

    Personal data are masked before anything is understood: nothing that comes of the document holds any.
    """
    document, personal = masked_document(snapped(with_narratives(document)))
    known = form_set(document)
    forms, facts = recognise(without_evaluations(document), known)
    facts = unsure(facts, document)
    claimed = frozenset(line for form in forms for line in form.lines)
    evaluations = recognise_evaluations(document, claimed)
    evaluations += targets(document) if known is BUDGET else ()
    missed = tuple(map(str, unread(document, evaluations, claimed)))
    sections, contents = outline(document)
    places = tuple(line.place for line in document.lines)
    identity = identify(document, forms, sections, evaluations)
    claimed |= {line for evaluation in evaluations for line in evaluation.lines}
    recognition = recognise_kind(document, forms, facts, sections, evaluations or missed)
    statements = extract(document, sections, claimed, identity.year)
    scope, scope_doubt = scope_of(titles_of(document), forms, identity.department, "".join(sentences(document)))
    region, level = region_of(identity.department)
    doubts = (
        *identity.doubts,
        *recognition.doubts,
        *filter(None, [scope_doubt]),
        *missed,
        *left_over(evaluations),
        *recognised_pages(document),
        *unread_tables(document, forms, facts, evaluations, known),
    )
    return Accounts(
        source=visible(document.name),
        digest=document.digest,
        department=identity.department,
        year=identity.year,
        forms=forms,
        facts=facts,
        sections=sections,
        contents=contents,
        paragraphs=document.paragraphs,
        places=places,
        statements=statements,
        coverage=coverage(document, sections, statements, claimed),
        evaluations=evaluations,
        ties=ties(evaluations, sections, document.paragraphs, places),
        doubts=doubts,
        names=identity.names,
        personal=personal,
        unread_evaluations=missed,
        kind=recognition.kind,
        scope=scope,
        level=level,
        region=region,
        recognised=recognition.evidence,
        gaps=gaps(document, forms, facts, sections, contents, evaluations, known),
        pages=document.pages,
        scanned=document.scanned,
        doubted=document.doubted,
        files=document.files,
    )
