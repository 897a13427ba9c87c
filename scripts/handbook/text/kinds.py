"""What a character is to a typesetter: Chinese, a digit, a Latin letter, a mark, a bracket, an operator, white space.

Every decision on spacing and width asks for kinds, never for code points.
"""

from __future__ import annotations

FILLER = "\u200b"  # every invisible character, and every character of markup that the caller has blanked

HAN, CHINESE_MARK = "H", "C"  # 企 々 〇 あ; 、。《》〔〕①㎡
DIGIT, LATIN, UNIT = "D", "L", "U"  # 0-9; A-Z and accented; % ‰ ℃
HALF_MARK, FULL_MARK = "P", "p"  # , ; : ! ? and their full-width forms
HALF_OPEN, HALF_CLOSE, FULL_OPEN, FULL_CLOSE = "(", ")", "b", "e"
SQUARE_OPEN, SQUARE_CLOSE = "[", "]"  # [ { and ] }
OPEN_QUOTE, CLOSE_QUOTE, QUOTE = "“", "”", '"'  # “ ‘; ” ’; straight quotes
OPERATOR, JOINT = "O", "N"  # - + ~ / × — – …; . _ @ #
SPACE, FOREIGN, OTHER, NONE = " ", "F", "S", ""  # FOREIGN: other scripts and emoji; NONE: beyond either end

_BY_CHARACTER = {
    **dict.fromkeys("0123456789", DIGIT),
    **dict.fromkeys("%‰℃℉°％", UNIT),
    **dict.fromkeys(",;:!?", HALF_MARK),
    **dict.fromkeys("，；：！？", FULL_MARK),
    **dict.fromkeys("“‘", OPEN_QUOTE),
    **dict.fromkeys("”’", CLOSE_QUOTE),
    **dict.fromkeys("\"'", QUOTE),
    **dict.fromkeys("-+~/&×=·•–—―…～|<>＋－／＆＝─*", OPERATOR),
    **dict.fromkeys("._@#$\\^`．＿＠＃", JOINT),
    **dict.fromkeys(" " + FILLER, SPACE),
    **dict.fromkeys("[{", SQUARE_OPEN),
    **dict.fromkeys("]}", SQUARE_CLOSE),
    "(": HALF_OPEN, ")": HALF_CLOSE, "（": FULL_OPEN, "）": FULL_CLOSE,
    "〇": HAN, "々": HAN, "〆": HAN, "ー": HAN, "": NONE,
}  # fmt: skip

# first and last code point of a range, and its kind; the first range that holds a character decides
_BY_RANGE = (
    (0x0041, 0x005A, LATIN), (0x0061, 0x007A, LATIN), (0x00C0, 0x024F, LATIN), (0x0370, 0x03FF, LATIN),
    (0x2160, 0x218B, LATIN),  # Ⅲ
    (0x0400, 0x1FFF, FOREIGN),  # Cyrillic, Arabic, Tibetan, Mongolian …
    (0x2460, 0x24FF, CHINESE_MARK),  # ①
    (0x2E80, 0x2FDF, HAN), (0x3001, 0x303F, CHINESE_MARK), (0x3040, 0x31BF, HAN), (0x31F0, 0x33FF, CHINESE_MARK),
    (0x3400, 0x9FFF, HAN), (0xF900, 0xFAFF, HAN),
    (0xA000, 0xD7FF, FOREIGN), (0xFB00, 0xFDFF, FOREIGN), (0xFE00, 0xFE0F, FOREIGN), (0xFE70, 0xFEFE, FOREIGN),
    (0xFF02, 0xFF5E, CHINESE_MARK), (0xFF5F, 0xFF65, CHINESE_MARK), (0xFFE0, 0xFFE6, CHINESE_MARK),
    (0x1F000, 0x1FFFF, FOREIGN), (0x10000, 0x1EFFF, FOREIGN), (0x20000, 0x3FFFF, HAN),
)  # fmt: skip


class _Kinds(dict[str, str]):
    """Kinds by character, filled in as characters are met."""

    def __missing__(self, character: str) -> str:
        code = ord(character)
        kind = next((kind for first, last, kind in _BY_RANGE if first <= code <= last), OTHER)
        self[character] = kind
        return kind


KIND = _Kinds(_BY_CHARACTER)
