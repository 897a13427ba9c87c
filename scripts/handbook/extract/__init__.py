"""What measures say: agencies, sums, benefits, targets, periods, audiences, references, topics; a rules table each."""

from .document import extractor

__all__ = ["extractor"]
