// The index of a large library, in the place of its texts (corpus.js): which measures have a phrase, by its pairs of
// characters. A phrase of more than two may be found where its pairs stand apart; `engine.js` verifies what it shows.
//
//   handbook.search.index(manifest, heads)   has measures, entry, find and has as a corpus does, and
//     index.prepare(phrases)   a Promise that the shards for these phrases are there; what is not there is taken to be had
//                              by some measure, and found in none
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var TITLE = "^";
  var FACTOR = 31;
  var MOST = 48; // shards loaded for one query

  search.index = function (manifest, heads) {
    var shards = new Map();
    var decoded = new Map();
    var cache = new Map();
    var measures = [];
    for (var n = 0; n < manifest.count; n++) measures.push(n);

    function shard_of(gram) {
      return (gram.charCodeAt(0) + (gram.length > 1 ? gram.charCodeAt(1) * FACTOR : 0)) % heads.shards;
    }

    function pairs(phrase) {
      var found = [];
      for (var i = 0; i + 1 < phrase.length; i++) found.push(phrase.slice(i, i + 2));
      return found.length ? found : [phrase];
    }

    function prepare(phrases) {
      var wanted = new Set();
      phrases.forEach(function (phrase) {
        pairs(phrase).forEach(function (gram) { if (wanted.size < MOST) wanted.add(shard_of(gram)); });
      });
      var lacking = Array.from(wanted).filter(function (at) { return !shards.has(at); });
      if (lacking.length) cache.clear();
      return Promise.all(lacking.map(function (at) {
        return handbook.load("grams-" + at).then(function (shard) { shards.set(at, shard); });
      }));
    }

    // Whether all is loaded that tells of a phrase
    function here(phrase) {
      return pairs(phrase).every(function (gram) { return shards.has(shard_of(gram)); });
    }

    // The measures of a pair, rising
    function numbers(key, gram) {
      if (decoded.has(key)) return decoded.get(key);
      var shard = shards.get(shard_of(gram));
      if (!shard) return [];
      var text = shard[key] || "";
      var found = [];
      var last = -1;
      var value = 0;
      var shift = 0;
      for (var i = 0; i < text.length; i++) {
        var digit = DIGITS.indexOf(text[i]);
        value += (digit & 31) * Math.pow(32, shift++);
        if (digit > 31) continue;
        last += value + 1;
        found.push(last);
        value = shift = 0;
      }
      decoded.set(key, found);
      return found;
    }

    function common(grams, prefix) {
      var lists = grams.map(function (gram) { return numbers(prefix + gram, gram); });
      lists.sort(function (one, other) { return one.length - other.length; });
      return lists.slice(1).reduce(both, lists[0]);
    }

    // What two rising lists have in common
    function both(one, other) {
      var found = [];
      for (var i = 0, j = 0; i < one.length && j < other.length;) {
        if (one[i] === other[j]) {
          found.push(one[i]);
          i++;
          j++;
        } else if (one[i] < other[j]) i++;
        else j++;
      }
      return found;
    }

    function find(phrase) {
      if (cache.has(phrase)) return cache.get(phrase);
      var found = new Map();
      var grams = pairs(phrase);
      if (phrase.length > 1) common(grams, "").forEach(function (number) { found.set(number, [0, 0, 0, 0, 0, 0, 0, 1]); });
      common(grams, TITLE).forEach(function (number) { found.set(number, [1, 0, 0, 0, 0, 0, 0, 1]); });
      cache.set(phrase, found);
      return found;
    }

    function entry(number) {
      var kind = heads.kinds[heads.standing[number]];
      var body = { text: { length: heads.body[number] } };
      var title = { text: { length: heads.title[number], indexOf: function () { return 0; } } };
      return {
        number: number,
        ordinal: heads.ordinal[number],
        standing: kind[0], begins: kind[1], ends: kind[2], later: kind[3],
        fields: [title, null, null, null, null, null, null, body],
      };
    }

    return {
      measures: measures,
      titled: [], // titles are not here to be spelled
      entry: entry,
      find: find,
      has: function (phrase) { return find(phrase).size > 0 || !here(phrase); },
      prepare: prepare,
    };
  };
})((window.handbook = window.handbook || {}));
