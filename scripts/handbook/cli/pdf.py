"""`handbook pdf`: printed handbooks, all of them for the build or one that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from .. import files, pipeline, printing
from ..config import Settings
from ..model import SIMPLIFIED, ConfigError, Copy, Edition
from .fonts import press, ready
from .group import AS_OF, EDITION, ROOT, editions_of, handbook
from .settings import inputs_of, settings_of
from .site import NAMES


@handbook.command(short_help="生成印刷用的 PDF")
@ROOT
@AS_OF
@click.option("--for", "types", multiple=True, metavar="类型", help="企业类型，可以写几次")
@click.option("--region", "regions", multiple=True, metavar="地区", help="地区，连同上级地区，可以写几次")
@click.option("--topic", "topics", multiple=True, metavar="主题", help="主题，可以写几次")
@EDITION
@click.option("--only-open", is_flag=True, help="只收现在可用的举措，其余列在书末")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=None, help="写到哪个文件；不写就生成全部手册")
def pdf(
    root: Path | None,
    as_of: str | None,
    types: tuple[str, ...],
    regions: tuple[str, ...],
    topics: tuple[str, ...],
    edition: str | None,
    only_open: bool,
    output: Path | None,
) -> None:
    """生成印刷用的 PDF。写了 -o 就只生成一本，收入选中的举措；不写就在 build/pdf/ 里生成全部手册。"""
    wish = printing.Wish(types, regions, topics, only_open)
    if not output and wish != printing.Wish():
        raise click.UsageError("选了内容，还要用 -o 写明存到哪个文件，例如 -o 小微企业.pdf。")
    code = edition or (SIMPLIFIED.code if output else None)
    chosen = settings_of(root, as_of, editions=editions_of(code))
    given = inputs_of(chosen)
    library = pipeline.assemble(given.sources, given.vocabulary, given.as_of, given.retired, given.published)
    for copy in pipeline.copied(library, given):
        if output:
            _one(_shop(copy, given), wish, press(chosen.templates / "pdf"), output)
        else:
            _books(copy.edition, _shop(copy, given), chosen)


def books(
    copies: Sequence[Copy], given: pipeline.Inputs, settings: Settings
) -> Mapping[Edition, Mapping[str, printing.Listed]]:
    """Make the books of every edition; all that are there afterwards, by name. Without faces one line and no book."""
    try:
        shops = {copy.edition: _shop(copy, given) for copy in copies}
    except ConfigError as error:  # the site and the data do without
        click.echo(f"没有生成 PDF。{error}", err=True)
        return {}
    return {edition: _books(edition, shop, settings) for edition, shop in shops.items()}


def _books(edition: Edition, shop: printing.Shop, settings: Settings) -> Mapping[str, printing.Listed]:
    """Make the books that are not as they should be, and say how far it is."""
    folder = settings.build / "pdf" / edition.code
    orders = tuple(shop.every())
    there = files.names(folder)
    done = printing.finished(_list(folder, there), orders, there)
    todo = tuple(order for order in orders if order.name not in done)
    click.echo(f"生成印刷版，{NAMES[edition.code]}：共 {len(orders)} 本，{len(todo)} 本有变化 ……")
    for count, made in enumerate(printing.printed(todo, press(settings.templates / "pdf")), start=1):
        click.echo(f"  [{count}/{len(todo)}] {_said(made)}", err=not made.book)
        for line in printing.entry(made):
            files.write(folder, f"{line.name}.pdf", made.book.pdf if made.book else b"")
            done[line.name] = line
    kept = tuple(f"{name}.pdf" for name in done)
    files.write_tree(folder, {printing.LEDGER: printing.list_of(done)}, keep=kept)  # books of yesterday go
    return done


def _one(shop: printing.Shop, wish: printing.Wish, at: printing.Press, output: Path) -> None:
    for made in printing.printed((shop.wished(wish),), at):
        if not made.book:
            raise ConfigError(_said(made))
        files.write(output.resolve().parent, output.name, made.book.pdf)
        click.echo(f"完成：{output}，{made.book.pages} 页")


def _said(made: printing.Printed) -> str:
    """A book that is finished, or what broke it."""
    if made.book:
        return f"{made.order.name}.pdf　{made.order.title}，{made.book.pages} 页"
    where = f"，出在「{made.place}」" if made.place else ""
    return f"{made.order.name}.pdf 没有生成{where}：{made.fault}"


def _shop(copy: Copy, given: pipeline.Inputs) -> printing.Shop:
    """What the books of an edition are ordered from, after its faces have been made ready."""
    code = copy.edition.code
    serif, sans = ready()[code]
    site = given.site and given.site + copy.edition.path
    faces = printing.Faces(serif, sans)
    return printing.shop(copy.library, copy.vocabulary, copy.strings, given.layouts, site, code, faces)


def _list(folder: Path, there: tuple[str, ...]) -> bytes:
    return files.read_bytes(folder, printing.LEDGER) if printing.LEDGER in there else b""
