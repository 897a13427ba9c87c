// What to show of a measure that was found: the places that matched, and the piece of its text that matched best.
//
//   handbook.search.shown(corpus, one, title)   `one` is a result of rank.js, `title` the title as listed (with its number)
//     gives {marks: {title, benefit}, snippet: {text, marks}, field: {name, text, marks}}; snippet and field where they help
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var LENGTH = 72; // characters of a snippet
  var BEFORE = 14; // of them before the first match
  var ENDS = /[。；\n\x1f]/;

  search.shown = function (corpus, one, title) {
    var entry = corpus.entry(one.number);

    // All places of what matched in a field, in order and apart
    function places(name) {
      var index = search.FIELDS.indexOf(name);
      var found = [];
      one.matched.forEach(function (match) {
        match.options.forEach(function (option) {
          corpus.places(one.number, index, option.text, option.bounded).forEach(function (place) {
            found.push({ start: place[0], end: place[1], said: match.concept.said, soft: match.concept.soft });
          });
        });
      });
      return apart(found);
    }

    function text(name) {
      return entry.fields[search.FIELDS.indexOf(name)].shown;
    }

    function title_marks() {
      var before = title.length - text("title").length;
      if (before < 0 || title.slice(before) !== text("title")) return [];
      return pairs(places("title"), -before);
    }

    // Where it is neither in the title nor in the text, the name that it was found by
    function named() {
      var made = null;
      ["terms", "agencies", "groups", "section", "document"].some(function (name) {
        var found = places(name);
        if (!found.length) return false;
        var piece = around(text(name), found[0], found, /\x1f/);
        made = { name: name, text: piece.text, marks: piece.marks };
        return true;
      });
      return made;
    }

    var body = places("body");
    var heading = title_marks();
    var best = window_of(body);
    return {
      marks: { title: heading, benefit: pairs(places("benefit"), 0) },
      snippet: best ? cut(text("body"), best, body) : null,
      field: best || heading.length ? null : named(),
    };
  };

  // The match with the most different words within the length of a snippet after it
  function window_of(found) {
    var best = null;
    var most = 0;
    found.forEach(function (first, index) {
      var said = {};
      var worth = 0;
      for (var i = index; i < found.length && found[i].end - first.start <= LENGTH - BEFORE; i++) {
        if (!said[found[i].said]) worth += found[i].soft ? 0.3 : 1;
        said[found[i].said] = true;
      }
      if (worth > most + 0.01) {
        most = worth;
        best = first;
      }
    });
    return best;
  }

  function cut(text, first, found) {
    var from = Math.max(0, first.start - BEFORE);
    for (var i = first.start - 1; i >= from; i--) {
      if (ENDS.test(text[i])) {
        from = i + 1;
        break;
      }
    }
    var to = Math.min(text.length, Math.max(from + LENGTH, first.end));
    var stop = text.slice(first.end, to).search(/[\n\x1f]/);
    if (stop >= 0) to = first.end + stop;
    var head = from > 0 && !ENDS.test(text[from - 1]) ? "…" : "";
    var tail = to < text.length && !ENDS.test(text[to]) && !ENDS.test(text[to - 1]) ? "…" : "";
    var inside = found.filter(function (one) { return one.start >= from && one.end <= to; });
    return { text: head + text.slice(from, to) + tail, marks: pairs(inside, from - head.length) };
  }

  // The part of a list of names that holds a match
  function around(text, first, found, between) {
    var from = first.start;
    while (from > 0 && !between.test(text[from - 1])) from--;
    var to = first.end;
    while (to < text.length && !between.test(text[to])) to++;
    var inside = found.filter(function (one) { return one.start >= from && one.end <= to; });
    return { text: text.slice(from, to), marks: pairs(inside, from) };
  }

  function apart(found) {
    found.sort(function (one, other) { return one.start - other.start || other.end - one.end; });
    var kept = [];
    found.forEach(function (one) {
      var last = kept[kept.length - 1];
      if (!last || one.start >= last.end) kept.push(one);
    });
    return kept;
  }

  function pairs(found, offset) {
    return found.map(function (one) { return [one.start - offset, one.end - offset]; });
  }
})((window.handbook = window.handbook || {}));
