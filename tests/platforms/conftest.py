"""The built site in a browser, as the browser tests have it."""

from tests.browser.conftest import address, browser

__all__ = ["address", "browser"]
