"""One printed form for characters that mean the same: full-width digits and letters, small forms, radicals.

Every pair is one character for one, and both sides have the same compatibility folding (NFKC), so that nothing but the
form changes. NFKC itself is never applied: it would also turn `，` into `,`, `①` into 1 and `㎡` into m2.
"""

from __future__ import annotations

import re
import unicodedata

from .kinds import FILLER

_WIDE_DIGITS = dict(zip("０１２３４５６７８９", "0123456789", strict=True))
_WIDE_LETTERS = {chr(code): chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SIGNS = dict(zip("％﹪﹢﹣／", "%%+-/", strict=True))  # GB/T 15834 sets the slash at half width
_SMALL_FORMS = dict(zip("﹐﹑﹔﹕﹖﹗﹙﹚﹝﹞｡｢｣､", "，、；：？！（）〔〕。「」、", strict=True))
_UPRIGHT_FORMS = dict(
    zip("︐︑︒︓︔︕︖︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄", "，、。：；！？（）〔〕【】《》〈〉「」『』", strict=True)
)

# PDF files often give radicals for the characters that look like them: ⽅ for 方
_RADICALS = "".join(map(chr, range(0x2F00, 0x2FD6))) + "⺟⻳"
_CHARACTERS = (
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
    "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立"
    "竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里"
    "金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠母龟"
)
_RADICAL = dict(zip(_RADICALS, _CHARACTERS, strict=True))
# second codes of the same character, kept apart only for old Korean and Taiwanese encodings: 不 (U+F967)
_SECOND_CODES = {
    chr(code): unicodedata.normalize("NFC", chr(code))
    for code in range(0xF900, 0xFADA)
    if unicodedata.normalize("NFC", chr(code)) != chr(code)
}

RULES: tuple[tuple[str, dict[str, str]], ...] = (
    ("width-digit", _WIDE_DIGITS),
    ("width-letter", _WIDE_LETTERS),
    ("width-sign", _SIGNS),
    ("small-form", _SMALL_FORMS),
    ("upright-form", _UPRIGHT_FORMS),
    ("radical", _RADICAL),
    ("second-code", _SECOND_CODES),
)

SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x20\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
SPACES += "\u2028\u2029\u202f\u205f\u3000"
# zero-width and soft-hyphen characters, direction marks, control characters; not the joiners, which emoji need
INVISIBLE = "\u200b\u2060\u00ad\ufeff\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
INVISIBLE += "".join(map(chr, (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))))

TABLE = {ord(wide): plain for _, pairs in RULES for wide, plain in pairs.items()}
TABLE.update(dict.fromkeys(map(ord, SPACES), " "))
TABLE.update(dict.fromkeys(map(ord, INVISIBLE), FILLER))


def _any(characters: str) -> str:
    return "[" + "".join(map(re.escape, characters)) + "]"


_NAMES = {f"r{n}": rule for n, (rule, _) in enumerate(RULES)}
# １０００, ＡＰＰ, ％, ﹝﹞, ⽅: runs that one rule changes
FOLDED = re.compile(
    f"(?={_any(''.join(''.join(pairs) for _, pairs in RULES))})(?:"
    + "|".join(f"(?P<r{n}>{_any(''.join(pairs))}+)" for n, (_, pairs) in enumerate(RULES))
    + ")"
)
# a joiner that joins nothing: one between Chinese or Latin characters, copied from a chat window
LOOSE_JOINER = re.compile("(?<![\u0600-\u1fff\u2190-\u2bff\ufe0f\U0001f000-\U0001ffff])[\u200c\u200d]"
                          "|[\u200c\u200d](?![\u0600-\u1fff\u2190-\u2bff\U0001f000-\U0001ffff])")  # fmt: skip


def folded(text: str) -> str:
    """The text with each character in its one form, spaces as U+0020 and invisible ones as FILLER; same length."""
    plain = text.translate(TABLE)
    if "\u200c" in plain or "\u200d" in plain:
        return LOOSE_JOINER.sub(FILLER, plain)
    return plain


def changes(text: str) -> list[tuple[int, int, str]]:
    """Where folding changes letters, digits and marks: start, end, rule (white space is not listed here)."""
    return [(match.start(), match.end(), _NAMES[match.lastgroup or ""]) for match in FOLDED.finditer(text)]
