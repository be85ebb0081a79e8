"""Reads back what stands in a document that is no text."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

from pypdf import PdfReader


def text_of(document: bytes) -> str:
    """Return all text in *document*, a docx, xlsx or pdf: also what a reader does not see, such as its title."""
    if document.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(document)) as parts:
            names = [name for name in parts.namelist() if name.endswith((".xml", ".rels"))]
            return unescape(re.sub(r"<[^>]*>", " ", " ".join(parts.read(name).decode() for name in names)))
    reader = PdfReader(io.BytesIO(document))
    return " ".join([*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())])
