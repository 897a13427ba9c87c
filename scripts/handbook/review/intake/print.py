"""The words of a PDF, page by page and line by line, as they were printed."""

from __future__ import annotations

import pypdfium2


def print_text(data: bytes) -> str:
    """The text layer; page numbers and running heads stay, for the parser to know them. Empty for a scan."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ""
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return "\n".join(page.replace("\r\n", "\n").replace("\r", "\n").strip("\n") for page in pages)
