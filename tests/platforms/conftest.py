"""The built site served, as the browser tests have it."""

from tests.browser.conftest import address

__all__ = ["address"]
