// Numbers in all the ways that texts write them, all of them folded (fold.js): 1000万, 1千万, 一千万, 10000000; 24, 二十四.
//
//   handbook.search.number(text, at)   the number that begins there: {length, value, unit, ordinal, ways}, or null.
//     `ways` are the ways to write it with its unit; `ordinal` is true for 第二十四条 and 24条.
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var FIGURES = "零一二三四五六七八九";
  var CHINESE = { "〇": 0, "两": 2, "半": 0.5 };
  var SMALL = { "十": 10, "百": 100, "千": 1000 };
  var LARGE = { "万": 1e4, "亿": 1e8 };
  var FIGURE = /^(第?)(\d+(?:\.\d+)?)([十百千]?[万亿]{0,2})/; // 1000万, 2.5亿, 1千万, 1.2万亿
  var NUMERAL = /^(第?)([零〇一二三四五六七八九两十百千万亿]+)/; // 一千万, 二十四
  var SHARE = /^百分之([零〇一二三四五六七八九十两]+|\d+(?:\.\d+)?)/;
  var UNIT = /^(%|‰|元|条|项|家|个|名|人|年|月|日|天|小时|亿元|倍|成|户|台|位|场|次|平方米|号)/;
  var ORDINAL = { "条": true, "项": true };
  for (var i = 0; i < FIGURES.length; i++) CHINESE[FIGURES[i]] = i;

  search.number = function (text, at) {
    var rest = text.slice(at);
    var found = SHARE.exec(rest);
    if (found) return made(found[0].length, read(found[1]), "%", false);
    found = FIGURE.exec(rest);
    if (found && text[at - 1] !== "." && !/\d/.test(text[at - 1] || "")) {
      return united(rest, found[0].length, +found[2] * scale(found[3]), !!found[1]);
    }
    found = NUMERAL.exec(rest);
    if (!found) return null;
    var value = read(found[2]);
    var number = value === null ? null : united(rest, found[0].length, value, !!found[1]);
    // one numeral without a unit is part of a word far more often than a number (一点, 统一, 三农)
    return number && (found[2].length > 1 || number.unit) && /[^零〇]/.test(found[2]) ? number : null;
  };

  function united(rest, length, value, ordinal) {
    var unit = (UNIT.exec(rest.slice(length)) || [""])[0];
    return made(length + unit.length, value, unit, ordinal || !!ORDINAL[unit]);
  }

  function made(length, value, unit, ordinal) {
    return { length: length, value: value, unit: unit, ordinal: ordinal, ways: ways(value, unit) };
  }

  // A sum is found with or without 元 after it
  function ways(value, unit) {
    var written = forms(value);
    if (unit === "元") return value >= 1e4 ? written : written.map(function (one) { return one + unit; });
    var all = written.map(function (one) { return one + unit; });
    if (unit === "%") written.forEach(function (one) { if (/^\D/.test(one)) all.push("百分之" + one); });
    return all;
  }

  function forms(value) {
    var found = [short(value)];
    if (Number.isInteger(value) && value < 1e12) found.push.apply(found, numerals(value));
    [["万", 1e4], ["亿", 1e8], ["千万", 1e7], ["百万", 1e6], ["十万", 1e5], ["千", 1e3], ["百", 1e2]].forEach(function (size) {
      var part = value / size[1];
      if (part < 1 || part >= 1e6 || (size[1] !== 1e4 && size[1] !== 1e8 && !(part < 10 && Number.isInteger(part)))) return;
      if (short(part).length <= 8) found.push(short(part) + size[0]);
      if (part === 2) found.push("两" + size[0]);
    });
    return found.filter(function (one, at) { return found.indexOf(one) === at; });
  }

  function short(value) {
    return String(Math.round(value * 1e6) / 1e6);
  }

  // 24 is 二十四; 12 is 十二, and 一十二 inside of larger ones
  function numerals(value) {
    if (value < 0 || !Number.isInteger(value)) return [];
    var text = spoken(value);
    return value >= 10 && value < 20 ? [text.slice(1), text] : [text];
  }

  function spoken(value) {
    if (value >= 1e8) return joined(spoken(Math.floor(value / 1e8)) + "亿", value % 1e8, 1e7);
    if (value >= 1e4) return joined(spoken(Math.floor(value / 1e4)).replace(/^一十/, "十") + "万", value % 1e4, 1e3);
    if (value >= 1e3) return joined(FIGURES[Math.floor(value / 1e3)] + "千", value % 1e3, 1e2);
    if (value >= 100) return joined(FIGURES[Math.floor(value / 100)] + "百", value % 100, 10);
    if (value >= 10) return joined(FIGURES[Math.floor(value / 10)] + "十", value % 10, 1);
    return FIGURES[value];
  }

  function joined(head, rest, full) {
    return rest ? head + (rest < full ? "零" : "") + spoken(rest) : head;
  }

  function scale(words) {
    var size = 1;
    for (var i = 0; i < words.length; i++) size *= SMALL[words[i]] || LARGE[words[i]];
    return size;
  }

  // The value of a Chinese numeral, figures spelled one by one too (二〇二五); null for what is none
  function read(text) {
    if (/^\d/.test(text)) return +text;
    if (text.length > 1 && !/[十百千万亿]/.test(text)) {
      return +text.split("").map(function (char) { return CHINESE[char]; }).join("");
    }
    var total = 0;
    var section = 0;
    var figure = null;
    for (var i = 0; i < text.length; i++) {
      var char = text[i];
      if (char in SMALL) {
        section += (figure === null ? 1 : figure) * SMALL[char];
        figure = null;
      } else if (char in LARGE) {
        section += figure || 0;
        if (!section && !total) return null; // 万 alone
        total = LARGE[char] === 1e8 ? (total + section) * 1e8 : total + section * 1e4;
        section = 0;
        figure = null;
      } else {
        if (figure) return null;
        figure = CHINESE[char];
      }
    }
    return total + section + (figure || 0);
  }
})((window.handbook = window.handbook || {}));
