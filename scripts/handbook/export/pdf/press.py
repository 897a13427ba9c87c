"""The press: Typst sets a book from its data with the templates of `templates/pdf/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typst

STANDARD = "ua-1"  # PDF/UA-1: tagged, titled, with its language and every glyph


@dataclass(frozen=True, slots=True)
class Press:
    """Typst with the faces it may use and the folder of the templates; nothing else of the machine is seen."""

    templates: Path
    faces: typst.Fonts

    def set(self, template: bytes, data: str) -> bytes:
        """The PDF of a book; typst.TypstError where the template cannot set it."""
        made = typst.compile(
            template, root=self.templates, font_paths=self.faces, sys_inputs={"book": data}, pdf_standards=[STANDARD]
        )
        assert isinstance(made, bytes)
        return made
