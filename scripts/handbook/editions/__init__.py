"""The Traditional edition: the library and the words of the handbook in the other script.

    traditional(library, vocabulary) -> Library
    traditional_vocabulary(vocabulary) -> Vocabulary
    traditional_page(text, convert) -> str
    traditional_strings(strings, own, convert) -> strings

Pages, search data and PDFs of the edition are made of these as those of the Simplified edition are of theirs.
"""

from .copies import copies
from .library import script_of, traditional, traditional_vocabulary
from .written import traditional_page, traditional_strings

__all__ = [
    "copies",
    "script_of",
    "traditional",
    "traditional_page",
    "traditional_strings",
    "traditional_vocabulary",
]
