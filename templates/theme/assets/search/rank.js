// Which measures answer a query, and in what order.
//
//   handbook.search.ranker(reader, corpus, over)   rank(query) gives {query, read, results, partial, rest}
//     results  measures that have all the words asked for (the parts of one unspaced question may be missing), partial those
//              that have most of them, rest what is far behind the best; each [{number, score, missing: [said, …], matched}]
//     matched  [{concept, options}]: the ways of saying each concept that the measure has
//     `over(entry)` says whether a measure has expired on the reader's day: those come last.
//
// Each concept weighs by how rare it is; a measure earns it by its best way of saying it, over fields (BM25F), and loses by
// what it lacks. A query that stands in a title is taken at its word: only measures that have these very words are found,
// those with them in the title first, in an order that does not depend on the query, so that typing on never lowers a title.
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var WEIGHTS = { title: 5, terms: 1.2, section: 1.2, agencies: 1, groups: 0.5, benefit: 1.5, document: 1, body: 1 };
  var OWN = ["title", "terms", "agencies", "benefit", "body"]; // the others name what a measure belongs to
  var SATURATION = 1.2;
  var LENGTH = 0.35; // how far a long text counts less
  var SOFT = 1;
  var CLOSE = 0.6; // weight of a way of saying it that counts in full; a nearby word (near) is had only roughly
  var ROUGHLY = 0.7;
  var ALONE = 0.45;
  var LEAST = 0.65; // of what was asked for, by weight, or a measure is no answer
  var ROUGH = 0.3; // the same for a whole question where nothing has more, if no word of it is wholly unknown
  var QUESTION = 7; // characters
  var FAR = 0.55; // of the best score, or a measure is not shown among the answers
  var APART = 0.2; // the same for words set apart, of which those dropped are named
  var LACK = 1.5; // how much a measure loses by what it lacks
  var ALL = 0.95; // of the words that a phrase is made of
  var FEW = 8; // measures with a phrase, beside which those with its words are shown too
  var ENOUGH = 3; // full answers, beyond which partial ones are not shown

  search.ranker = function (reader, corpus, over) {
    var count = corpus.measures.length;
    var average = mean(corpus.measures.map(function (number) { return body(number); })) || 1;

    function body(number) { return corpus.entry(number).fields[7].text.length; }

    // Each concept with the measures that have it: Map from number to {worth, options}
    function weighed(concept) {
      var held = new Map();
      concept.options.forEach(function (option) {
        corpus.find(option.text, option.bounded).forEach(function (counts, number) {
          var worth = option.weight * earned(counts, number);
          var one = held.get(number);
          if (!one) held.set(number, (one = { worth: 0, weight: 0, own: false, options: [] }));
          one.own = one.own || OWN.some(function (name) { return counts[search.FIELDS.indexOf(name)]; });
          one.worth = Math.max(one.worth, worth) + 0.1 * Math.min(one.worth, worth);
          one.weight = Math.max(one.weight, option.weight);
          one.options.push(option);
        });
      });
      if (concept.ordinal) numbered(concept, held);
      var rare = Math.log(1 + (count - held.size + 0.5) / (held.size + 0.5));
      if (concept.kind === "unknown") return { concept: concept, held: new Map(), weight: unknown(concept.said) };
      return { concept: concept, held: held, weight: rare * (concept.soft ? SOFT : 1) };
    }

    // Characters that are in no known word: alone they are one of a word that was cut in two
    function unknown(said) {
      return Math.log(1 + (count + 0.5) / 0.5) * (said.length < 2 ? ALONE : Math.min(1.2, said.length / 2));
    }

    function numbered(concept, held) {
      corpus.measures.forEach(function (number) {
        if (corpus.entry(number).ordinal === concept.ordinal) held.set(number, { worth: 2, weight: 1, own: true, options: [] });
      });
    }

    function earned(counts, number) {
      var long = 1 - LENGTH + (LENGTH * body(number)) / average;
      var sum = 0;
      search.FIELDS.forEach(function (name, index) {
        if (counts[index]) sum += (WEIGHTS[name] * counts[index]) / (name === "body" ? long : 1);
      });
      return (sum * (SATURATION + 1)) / (sum + SATURATION);
    }

    function rank(query) {
      var read = reader.read(query, corpus);
      var weights = read.concepts.map(weighed);
      var titled = read.joined && corpus.find(read.joined, false);
      var literal = read.joined && has_title(titled) ? at_word(read, titled, weights) : null;
      var all = literal || scored(weights, read.runs.length > 1 ? APART : LEAST);
      if (!all.length && asks(read, weights)) all = scored(weights, ROUGH);
      var best = all.reduce(function (most, one) { return Math.max(most, one.score); }, 0);
      var own = read.concepts.length === 1 && all.filter(function (one) { return one.own; }).length >= ENOUGH;
      function near(one) {
        if (own && !one.own) return false;
        return literal || one.score >= FAR * best || said(read, one.number);
      }
      var rest = all.filter(function (one) { return !near(one); });
      all = all.filter(near);
      var full = all.filter(function (one) { return !one.missing.length; });
      var part = all.filter(function (one) { return one.missing.length; });
      if (read.runs.length < 2) full = full.concat(part), part = [];
      if (read.parts.length && !literal && full.length < FEW) full = full.concat(composed(read, full));
      if (full.length >= ENOUGH) part = [];
      return { query: query, read: read, weights: weights, results: ordered(full), partial: ordered(part), rest: ordered(rest) };
    }

    // Beside the few measures that have a phrase as it is, those that have all its words: after them
    function composed(read, having) {
      var known = new Set(having.map(function (one) { return one.number; }));
      having.forEach(function (one) { one.score += 1e5; });
      return scored(read.parts.map(weighed), ALL).filter(function (one) { return !known.has(one.number); });
    }

    // Whether what is asked may be answered roughly: a word that no text and no list has is what the question is about, and
    // without it there is no answer
    function asks(read, weights) {
      var unknown = weights.filter(function (one) { return one.concept.kind === "unknown"; });
      var whole = !unknown.length && weights.filter(function (one) { return !one.concept.soft; }).length > 1;
      var lone = unknown.every(function (one) { return one.concept.said.length < 2; });
      return read.joined.length >= QUESTION && (whole || (read.question && lone));
    }

    // Whether a measure has each word of the query as it is
    function said(read, number) {
      return read.runs.every(function (run) { return corpus.find(run, false).has(number); });
    }

    function has_title(found) {
      return Array.from(found.values()).some(function (counts) { return counts[0] > 0; });
    }

    // Measures that have the query as it is, or each of its words as they are
    function at_word(read, titled, weights) {
      var found = [];
      corpus.measures.forEach(function (number) {
        var every = titled.has(number) || said(read, number);
        if (!every) return;
        var one = answer(number, weights);
        var title = corpus.entry(number).fields[0].text;
        var at = titled.has(number) && titled.get(number)[0] ? title.indexOf(read.joined) : -1;
        one.missing = [];
        if (at >= 0) one.score = 1e6 - at * 1e3 - title.length;
        found.push(one);
      });
      return found;
    }

    function scored(weights, least) {
      var numbers = new Set();
      weights.forEach(function (one) {
        if (!one.concept.soft) one.held.forEach(function (_, number) { numbers.add(number); });
      });
      return Array.from(numbers).map(function (number) { return answer(number, weights); }).filter(function (one) {
        return one.coverage >= least;
      });
    }

    function answer(number, weights) {
      var score = 0;
      var asked = 0;
      var given = 0;
      var missing = [];
      var matched = [];
      var own = false; // whether it says so itself, and not only its document or group
      weights.forEach(function (one) {
        var has = one.held.get(number);
        if (!one.concept.soft) {
          asked += one.weight;
          if (has) given += one.weight * (has.weight < CLOSE && one.concept.kind !== "number" ? ROUGHLY : 1);
          else missing.push(one.concept.said);
        }
        if (!has) return;
        score += one.weight * has.worth;
        own = own || has.own;
        matched.push({ concept: one.concept, options: has.options });
      });
      var coverage = asked ? given / asked : 0;
      score *= Math.pow(coverage, LACK);
      return { number: number, score: score, coverage: coverage, missing: missing, matched: matched, own: own };
    }

    function ordered(found) {
      return found.sort(function (one, other) {
        return over(corpus.entry(one.number)) - over(corpus.entry(other.number)) || other.score - one.score || one.number - other.number;
      });
    }

    return { rank: rank };
  };

  function mean(values) {
    return values.reduce(function (sum, value) { return sum + value; }, 0) / values.length;
  }
})((window.handbook = window.handbook || {}));
