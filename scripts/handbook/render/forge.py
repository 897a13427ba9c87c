"""Addresses on the platform that keeps the handbook's files: a file with its lines, and a form with its page filled in.

GitHub fills the fields of an issue form from parameters named like their ids; GitLab has one text, which takes the same
words in lines; Gitee is given the parameters of GitHub, whose forms it reads.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from ..model import Origin, Repository

CORRECTION = "correction.yml"  # of templates/forms/
FORMS = ("new-policy.yml", "update.yml", CORRECTION, "term.yml", "missing.yml")
LINES = {"github": "#L{first}-L{last}", "gitee": "#L{first}-L{last}", "gitlab": "#L{first}-{last}"}


def file_address(repository: Repository, origin: Origin) -> Markup:
    """The page of a file, or of a folder where the name ends in a slash, on the published branch, at its lines."""
    kind = "tree" if origin.file.endswith("/") else "blob"
    inner = "/-" if repository.platform == "gitlab" else ""
    path = f"{inner}/{kind}/{quote(repository.branch)}/{quote(origin.file.rstrip('/'))}"
    lines = LINES[repository.platform].format(first=origin.first, last=origin.last) if origin.first else ""
    return Markup(escape(repository.address + path + lines))


def form_address(repository: Repository, form: str) -> Markup:
    """An empty form; on GitLab, which has none, an empty issue."""
    if repository.platform == "gitlab":
        return Markup(escape(f"{repository.address}/-/issues/new"))
    return Markup(escape(f"{repository.address}/issues/new?{urlencode({'template': form})}"))


def report_address(repository: Repository, title: str, page: str) -> Markup:
    """The form for a mistake, with the page it is on filled in."""
    if repository.platform == "gitlab":
        path, fields = "/-/issues/new", {"issue[title]": title, "issue[description]": page}
    else:
        path, fields = "/issues/new", {"template": CORRECTION, "title": title, "page": page}
    return Markup(escape(f"{repository.address}{path}?{urlencode(fields, quote_via=quote)}"))
