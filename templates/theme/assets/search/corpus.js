// The folded words of the measures that are loaded, and where a phrase stands in them.
//
//   handbook.search.corpus(blocks, per_block, folder)   `blocks` are the text blocks by number (texts-<number>.js)
//     corpus.measures       the numbers of the measures; corpus.titled their folded titles
//     corpus.entry(n)       {number, ordinal, standing, begins, ends, later, fields: [{name, text}], lengths}
//     corpus.find(phrase, bounded)  a Map from the number of a measure to how often each field has the phrase; with
//                           `bounded` only where no digit or letter continues it (24条 is not in 124条)
//     corpus.has(phrase)    whether any measure has it
//     corpus.places(n, field, phrase, bounded)  [[start, end], …] in the text as shown
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var FIELDS = ["title", "terms", "section", "agencies", "groups", "benefit", "document", "body"];
  var DIGIT = /[\d.]/;
  var NUMERAL = /[零〇一二三四五六七八九两十百千万亿]/;

  search.FIELDS = FIELDS;

  search.corpus = function (blocks, per_block, folder) {
    var entries = new Map();
    var parts = []; // of all fields, in the order of `all`
    var starts = [];
    var all = "";
    var cache = new Map();
    read();

    function read() {
      var pieces = [];
      var length = 0;
      blocks.forEach(function (block, number) {
        var documents = block.documents.map(field("document"));
        block.entries.forEach(function (row, at) {
          var entry = made(row, number * per_block + at, documents);
          entries.set(entry.number, entry);
          entry.fields.forEach(function (one, index) {
            parts.push([entry.number, index]);
            starts.push(length);
            pieces.push(one.text, search.BARRIER);
            length += one.text.length + 1;
          });
        });
      });
      all = pieces.join("");
    }

    function made(row, number, documents) {
      return {
        number: number,
        ordinal: row[0],
        standing: row[1][0], begins: row[1][1], ends: row[1][2], later: row[1][3],
        fields: [
          field("title")(row[3]), field("terms")(row[4]), field("section")(row[5]), field("agencies")(row[6]),
          field("groups")(row[7]), field("benefit")(row[8]), documents[row[2]], field("body")(row[9]),
        ],
      };
    }

    function field(name) {
      return function (shown) { return { name: name, shown: shown, text: folder(shown).text }; };
    }

    function part(at) { // the last one that starts at or before a place
      var low = 0;
      var high = starts.length - 1;
      while (low < high) {
        var middle = (low + high + 1) >> 1;
        if (starts[middle] <= at) low = middle;
        else high = middle - 1;
      }
      return low;
    }

    function find(phrase, bounded) {
      var key = (bounded ? "1" : "0") + phrase;
      if (cache.has(key)) return cache.get(key);
      var found = new Map();
      for (var at = all.indexOf(phrase); at >= 0 && phrase; at = all.indexOf(phrase, at + 1)) {
        if (bounded && !whole(all, at, phrase)) continue;
        var where = parts[part(at)];
        if (!found.has(where[0])) found.set(where[0], new Array(FIELDS.length).fill(0));
        found.get(where[0])[where[1]]++;
      }
      cache.set(key, found);
      return found;
    }

    function places(number, index, phrase, bounded) {
      var one = entries.get(number).fields[index];
      var at = (one.at = one.at || folder(one.shown).at);
      var found = [];
      for (var start = one.text.indexOf(phrase); start >= 0 && phrase; start = one.text.indexOf(phrase, start + 1)) {
        if (!bounded || whole(one.text, start, phrase)) found.push([at[start], at[start + phrase.length - 1] + 1]);
      }
      return found;
    }

    return {
      measures: Array.from(entries.keys()),
      titled: Array.from(entries.values()).map(function (one) { return one.fields[0].text; }),
      entry: function (number) { return entries.get(number); },
      find: find,
      has: function (phrase) { return all.indexOf(phrase) >= 0; },
      places: places,
    };
  };

  // Whether a number or a Latin word ends where the phrase ends
  function whole(text, at, phrase) {
    var before = text[at - 1] || "";
    var after = text[at + phrase.length] || "";
    var first = phrase[0];
    var last = phrase[phrase.length - 1];
    if (/[a-z]/.test(first) && /[a-z]/.test(before)) return false;
    if (/[a-z]/.test(last) && /[a-z]/.test(after)) return false;
    if (/\d/.test(first) && DIGIT.test(before)) return false;
    if (/\d/.test(last) && /[\d.万亿千百]/.test(after)) return false;
    if (NUMERAL.test(first) && (NUMERAL.test(before) || DIGIT.test(before))) return false;
    return !(NUMERAL.test(last) && NUMERAL.test(after));
  }
})((window.handbook = window.handbook || {}));
