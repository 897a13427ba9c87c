// The search as pages use it.
//
//   handbook.search.open()   a Promise of the engine; loads the words of the edition once, and its texts unless it is large
//     engine.find(query)     a Promise of {query, read, results, partial, rest} of rank.js
//     engine.shown(one, title)   a Promise of what snippet.js gives, null where a text does not bear out the index
//     engine.near(query)     words of the handbook that are most like the query, at most 8
//     engine.words           the words of the interface
//     engine.large           whether an index stands in for the texts, which are loaded for what is shown only
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
    if (manifest.large) return Promise.all([handbook.load("lexicon"), handbook.load("heads")]).then(function (loaded) {
      return indexed(manifest, loaded[0], search.index(manifest, loaded[1]));
    });
    var names = ["lexicon"];
    for (var n = 0; n * manifest.per_block < manifest.count; n++) names.push("texts-" + n);
    return Promise.all(names.map(handbook.load)).then(function (loaded) {
      return search.engine(manifest, loaded[0], new Map(loaded.slice(1).map(function (block, n) { return [n, block]; })));
    });
  }

  // The engine of a library whose texts are all here
  search.engine = function (manifest, lexicon, blocks) {
    var reader = search.reader(lexicon);
    var corpus = search.corpus(blocks, manifest.per_block, search.folder(lexicon.fold));
    var ranker = search.ranker(reader, corpus, handbook.over);
    return {
      words: manifest.words,
      large: false,
      find: function (query) { return Promise.resolve(ranker.rank(query)); },
      shown: function (one, title) { return Promise.resolve(search.shown(corpus, one, title)); },
      near: function (query) { return near(reader.fold(query), lexicon.names, reader.fold, corpus); },
    };
  };

  // The engine of a library that is known by its index
  function indexed(manifest, lexicon, index) {
    var reader = search.reader(lexicon);
    var folder = search.folder(lexicon.fold);
    var ranker = search.ranker(reader, index, handbook.over);
    var texts = {};

    function find(query) {
      var runs = reader.runs(query);
      return index.prepare(runs.typed.concat(runs.here)).then(function () {
        var said = [];
        var read = reader.read(query, index);
        read.concepts.concat(read.parts).forEach(function (concept) {
          concept.options.forEach(function (option) { said.push(option.text); });
        });
        return index.prepare(said);
      }).then(function () { return ranker.rank(query); });
    }

    function corpus_of(number) {
      var block = Math.floor(number / manifest.per_block);
      if (!texts[block]) texts[block] = handbook.load("texts-" + block).then(function (loaded) {
        return search.corpus(new Map([[block, loaded]]), manifest.per_block, folder);
      });
      return texts[block];
    }

    // Pairs of characters that stand apart are no phrase
    function true_of(corpus, one) {
      return one.matched.some(function (match) {
        return match.concept.ordinal || match.options.some(function (option) {
          return corpus.find(option.text, option.bounded).has(one.number);
        });
      });
    }

    return {
      words: manifest.words,
      large: true,
      find: find,
      shown: function (one, title) {
        return corpus_of(one.number).then(function (corpus) {
          return true_of(corpus, one) ? search.shown(corpus, one, title) : null;
        });
      },
      near: function (query) { return near(reader.fold(query), lexicon.names, reader.fold, index); },
    };
  }

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
