// The search as pages use it.
//
//   handbook.search.open()   a Promise of the engine; loads the words and texts of the edition once
//     engine.find(query)     {query, read, results, partial, rest} of rank.js
//     engine.shown(one, title)   snippet.js
//     engine.near(query)     words of the handbook that are most like the query, at most 8
//     engine.words           the words of the interface
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var NEAR = 8;
  var opened = null;

  search.open = function () {
    if (!opened) opened = handbook.manifest().then(load).catch(function (error) {
      opened = null; // the next use tries again
      throw error;
    });
    return opened;
  };

  function load(manifest) {
    var names = ["lexicon"];
    for (var n = 0; n * manifest.per_block < manifest.count; n++) names.push("texts-" + n);
    return Promise.all(names.map(handbook.load)).then(function (loaded) {
      return search.engine(manifest, loaded[0], new Map(loaded.slice(1).map(function (block, n) { return [n, block]; })));
    });
  }

  search.engine = function (manifest, lexicon, blocks) {
    var reader = search.reader(lexicon);
    var corpus = search.corpus(blocks, manifest.per_block, search.folder(lexicon.fold));
    var ranker = search.ranker(reader, corpus, handbook.over);
    return {
      words: manifest.words,
      find: ranker.rank,
      shown: function (one, title) { return search.shown(corpus, one, title); },
      near: function (query) { return near(reader.fold(query), lexicon.names, reader.fold, corpus); },
    };
  };

  // Names that share the most with a query: pairs of characters first, then single ones
  function near(query, names, fold, corpus) {
    var scored = [];
    names.forEach(function (name) {
      var text = fold(name);
      var worth = 0;
      for (var i = 0; i < text.length; i++) {
        if (query.indexOf(text[i]) >= 0) worth += 1;
        if (i && query.indexOf(text.slice(i - 1, i + 1)) >= 0) worth += 3;
      }
      if (worth > 1 && corpus.has(text)) scored.push({ name: name, worth: worth / Math.sqrt(text.length + 2) });
    });
    scored.sort(function (one, other) { return other.worth - one.worth || one.name.length - other.name.length; });
    return scored.slice(0, NEAR).map(function (one) { return one.name; });
  }
})((window.handbook = window.handbook || {}));
