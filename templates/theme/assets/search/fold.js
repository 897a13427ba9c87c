// One form for what readers write in several: script, width, case, brackets, white space.
//
//   handbook.search.folder(fold)   a function of one text; `fold` is lexicon.fold: [characters, what each is read as]
//     folder(text) gives {text, at}: the folded text, and where each of its characters stands in the text as given.
//
// Traditional and Simplified characters meet in one, many to one. Letters, digits and Chinese characters stay, with the
// signs that are part of a name (5G+, D+M, R&D) or of a number (2.6, 15%, 1:1.2:2); brackets, quotation marks, other
// punctuation and white space go, but leave a hyphen between two digits (〔2020〕30号, 20—50), so that numbers keep their ends.
(function (handbook) {
  "use strict";
  var BARRIER = "\x1f"; // between parts of a text: no phrase is found across it
  var SIGNS = "+%&‰℃";
  var WORD = /[\p{L}\p{N}]/u;
  var search = (handbook.search = handbook.search || {});

  search.BARRIER = BARRIER;

  search.folder = function (fold) {
    var table = new Map();
    for (var i = 0; i < fold[0].length; i++) table.set(fold[0][i], fold[1][i]);

    function plain(char) {
      var code = char.charCodeAt(0);
      if (code >= 0xff01 && code <= 0xff5e) char = String.fromCharCode(code - 0xfee0);
      if (code < 0x80 || code > 0xff00) return char.toLowerCase();
      return table.get(char) || char;
    }

    return function (text) {
      var out = [];
      var at = [];
      var gap = false; // something was left out since the last character
      for (var i = 0; i < text.length; i++) {
        var char = plain(text[i]);
        if (!kept(char, out, text, i)) {
          if (char !== ",") gap = true;
          continue;
        }
        if (gap && digit(char) && digit(out[out.length - 1])) {
          out.push("-");
          at.push(i);
        }
        gap = false;
        out.push(char);
        at.push(i);
      }
      return { text: out.join(""), at: at };
    };

    function kept(char, out, text, i) {
      var code = char.charCodeAt(0);
      if (char === BARRIER || SIGNS.indexOf(char) >= 0) return true;
      if (char === "." || char === ":") return digit(out[out.length - 1]) && digit(plain(text[i + 1] || " "));
      return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff) || WORD.test(char);
    }
  };

  function digit(char) {
    return char >= "0" && char <= "9";
  }
})((window.handbook = window.handbook || {}));
