"""The Traditional edition: the library and the words of the handbook in the other script.

    traditional(library, vocabulary) -> Library
    traditional_vocabulary(vocabulary) -> Vocabulary

Pages, search data and PDFs of the edition are made of these two as those of the Simplified edition are of theirs.
"""

from .library import script_of, traditional, traditional_vocabulary

__all__ = ["script_of", "traditional", "traditional_vocabulary"]
