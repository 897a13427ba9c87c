"""Numbers as Chinese documents print them: 2.6, 1,000, １０００万, 三十二, 三萬三千, 3万5千, 一百〇五, 兩.

`read` turns the print into a number, `chinese` turns a whole number into the usual Chinese numeral.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = "零一二三四五六七八九"
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
# 〇 in 二〇二五年, 兩 in 兩萬元 (Traditional), 两 in 两万元, 壹贰叁 in receipts and contracts
_DIGIT = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "○": 0, "两": 2, "兩": 2} | {
    char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")
}  # fmt: skip
_DIGIT |= {"貳": 2, "參": 3, "叄": 3, "陸": 6}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

#: Every character that a printed number may hold, for use inside a character class of a pattern.
NUMBER_CHARS = "0-9０-９.．" + "".join(_DIGIT) + "".join(_SMALL) + "".join(_LARGE)

# 1,000 / 12,500,000.5: thousands are groups of exactly three
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# 2.6, 30, 5000
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
# a figure with thousands or decimals, or one character of a numeral
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|.")


def read(text: str) -> Decimal | None:
    """The number that a printed numeral stands for, or None where it is not one numeral.

    Knows Arabic and Chinese figures in either width and script, with scale words (1.2万亿, 3万5千, 三萬三千) and years
    or codes spelled digit by digit (二〇二五).
    """
    plain = text.translate(_WIDE).strip()
    if not plain or len(plain) > 40:
        return None
    if _GROUPED.fullmatch(plain) or _PLAIN.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if len(plain) > 1 and all(char in _DIGIT for char in plain):
        return Decimal("".join(str(_DIGIT[char]) for char in plain))
    value = _read_scaled(_TOKEN.findall(plain))
    return value.to_integral_value() if value is not None and value == value.to_integral_value() else value


def _read_scaled(tokens: list[str]) -> Decimal | None:
    """The value of figures and scale words in order: 三萬三千, 3万5千, 十二, 1.2万亿, 百 (as in 百亿), 一万五."""
    high, low, section = Decimal(0), Decimal(0), Decimal(0)  # above 亿, above 万, below 万
    figure: Decimal | None = None
    scale = 1  # of the scale word just before a figure
    for token in tokens:
        if token in _SMALL:
            section += (Decimal(1) if figure is None else figure) * _SMALL[token]
            figure, scale = None, _SMALL[token]
        elif token in _LARGE:
            section += figure or Decimal(0)
            figure, scale = None, _LARGE[token]
            if scale == 10**4 and low and not section:  # 万万
                return None
            if scale == 10**4:
                low, section = low + (section or Decimal(1)) * scale, Decimal(0)
            else:
                high, low, section = high + (low + section or Decimal(1)) * scale, Decimal(0), Decimal(0)
        else:
            value = _figure(token)
            if value is None or figure:  # not a figure, or two figures without a scale between them
                return None
            scale = 1 if figure is not None or value == 0 else scale
            figure = value
    colloquial = scale >= 100 and figure is not None and figure < 10
    return high + low + section + (figure or Decimal(0)) * (scale // 10 if colloquial else 1)


def _figure(token: str) -> Decimal | None:
    """The value of one figure: 5, 五, 1,000, 2.6."""
    if token in _DIGIT:
        return Decimal(_DIGIT[token])
    return Decimal(token.replace(",", "")) if token[0].isdecimal() else None


def whole(text: str) -> int | None:
    """The whole number that a printed numeral stands for (第十二条, 3年, 两年), or None."""
    value = read(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def chinese(number: int) -> str:
    """The usual Chinese numeral of a whole number from 0 to 10^16: 12 is 十二, 105 is 一百零五, 20000 is 二万."""
    if not 0 <= number < 10**16:
        raise ValueError(f"no Chinese numeral for {number}")
    if number >= 10**8:
        return _with_rest(chinese(number // 10**8) + "亿", number % 10**8, 10**7)
    if number >= 10**4:
        return _with_rest(chinese(number // 10**4) + "万", number % 10**4, 10**3)
    if 10 <= number < 20:
        return "十" + (DIGITS[number % 10] if number % 10 else "")
    for size, word in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            return _with_rest(DIGITS[number // size] + word, number % size, size // 10)
    return DIGITS[number]


def _with_rest(head: str, rest: int, full: int) -> str:
    """A numeral and what is left of it; a rest that begins below the next place takes 零, and 十 there is 一十."""
    if not rest:
        return head
    tail = chinese(rest)
    return head + ("零" if rest < full else "") + ("一" + tail if tail[0] == "十" else tail)
