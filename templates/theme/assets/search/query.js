// What a query asks for: runs of characters cut into concepts, each with the ways in which texts may say it.
//
//   handbook.search.reader(lexicon)   reader.read(query, corpus) gives {runs, joined, concepts, parts, question}
//     runs      the folded pieces between white space, in order; joined is all of them without any
//     parts     of a phrase that is made of known words (小微企业贷款), the concepts of these; else empty
//     question  whether it is put as one (能…吗): it has words that ask and name nothing
//     concepts  [{said, kind, soft, options: [{text, weight, bounded}], ordinal}], in order
//       kind is phrase (stands in a text as typed), word (known), number, sound (pinyin), or unknown
//       soft concepts (补贴, 申请) add to a score, but no measure is missed for want of one, unless they are words set apart
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});
  var BETWEEN = /[\s,，、。；;？?！!|\/\\…]+/;
  var THOUSANDS = /(\d),(?=\d{3}(?!\d))/g;
  var LETTERS = /^[a-z]{2,}$/;
  var EXACT = 1;
  var FOUND = 0.85; // of a synonym that is as good as the word
  var NEAR = 0.45;
  var KNOWN = 0.5; // what a known word is worth above an accidental one of the same length
  var BARE = "的了吗呢吧啊是在有和与及或能会要让被把对从到给来去也都就还用为免可不没"; // begin or end no word of their own
  var ASKING = "吗呢么能会咋啥"; // lone characters that ask
  var SOUNDS = 8; // words that one spelling may stand for

  search.reader = function (lexicon) {
    var folder = search.folder(lexicon.fold);
    var speller = search.speller(lexicon.sounds);
    var rows = new Map(); // what readers say, folded: {options, soft}
    var known = new Set();
    var fillers = new Set(lexicon.fillers.map(fold));
    var taiwan = [];
    var longest = 12;

    lexicon.names.forEach(function (name) { known.add(fold(name)); });
    lexicon.synonyms.forEach(function (row) {
      var options = row[1].map(option(FOUND)).concat(row[2].map(option(NEAR)));
      row[0].map(fold).forEach(function (said) { rows.set(said, { options: options, soft: !!row[3] }); });
    });
    lexicon.taiwan.forEach(function (row) {
      row[0].map(fold).forEach(function (said) { taiwan.push([said, fold(row[1][0])]); });
    });
    taiwan.sort(function (one, other) { return other[0].length - one[0].length; });

    function fold(text) { return folder(text).text; }

    function option(weight) {
      return function (text) { return { text: fold(text), weight: weight, bounded: false }; };
    }

    // The runs of a query as typed, and in the mainland's words
    function runs_of(query) {
      var runs = query.slice(0, 200).replace(THOUSANDS, "$1").split(BETWEEN).map(fold).filter(Boolean);
      return { typed: runs, here: runs.map(here) };
    }

    function read(query, corpus) {
      var runs = runs_of(query).typed;
      runs = runs.map(function (run) { return corpus.has(run) ? run : here(run); });
      var concepts = [];
      var question = false;
      runs.forEach(function (run) {
        var found = understood(run, corpus);
        question = question || !!found.question;
        concepts = concepts.concat(asked(found, runs.length > 1));
      });
      concepts = once(concepts);
      var hard = concepts.some(function (concept) { return !concept.soft; });
      if (!hard) concepts.forEach(function (concept) { concept.soft = false; });
      var made = concepts.length === 1 && concepts[0].kind === "phrase" && !listed(concepts[0]);
      var parts = made ? parted(concepts[0].said, corpus) : [];
      return { runs: runs, joined: runs.join(""), concepts: concepts, parts: parts, question: question };
    }

    // A word set apart is asked for, however little it says by itself
    function asked(concepts, apart) {
      var soft = concepts.every(function (concept) { return concept.soft; });
      if (apart && soft) concepts.forEach(function (concept) { concept.soft = false; });
      return concepts;
    }

    // The mainland's words for Taiwan's
    function here(run) {
      taiwan.forEach(function (pair) { run = run.split(pair[0]).join(pair[1]); });
      return run;
    }

    function understood(run, corpus) {
      var number = search.number(run, 0);
      if (number && number.length === run.length) return [counted(run, number)];
      if (/^[a-z0-9+&.%-]+$/.test(run)) {
        var word = latin(run, corpus);
        if (word) return [word];
      }
      if (corpus.has(run) && !fillers.has(run)) return [phrase(run)];
      return cut(run, corpus);
    }

    function latin(run, corpus) {
      var inside = { text: run, weight: NEAR, bounded: false }; // part of a longer word
      if (corpus.find(run, true).size) {
        return { said: run, kind: "phrase", soft: false, options: with_row(run, true).concat(inside) };
      }
      if (rows.has(run)) return { said: run, kind: "word", soft: false, options: rows.get(run).options };
      if (LETTERS.test(run)) {
        var options = sounding(run, corpus);
        if (options.length) return { said: run, kind: "sound", soft: false, options: options.concat(inside) };
      }
      return null;
    }

    function phrase(run) {
      return { said: run, kind: "phrase", soft: rows.has(run) && rows.get(run).soft, options: with_row(run, false) };
    }

    function with_row(run, bounded) {
      var itself = { text: run, weight: EXACT, bounded: bounded };
      return rows.has(run) ? [itself].concat(rows.get(run).options) : [itself];
    }

    // Words that sound like the letters: whole names first, then what titles have, then any name that begins so
    function sounding(letters, corpus) {
      var whole = [];
      var begun = [];
      known.forEach(function (name) {
        var place = speller(letters, name);
        if (!place || place[0] !== 0) return;
        (place[1] === name.length ? whole : begun).push(name);
      });
      rows.forEach(function (row, said) {
        var place = speller(letters, said);
        if (place && place[0] === 0 && place[1] === said.length && whole.indexOf(said) < 0) whole.push(said);
      });
      var titles = [];
      corpus.titled.forEach(function (title) {
        var place = speller(letters, title);
        if (place) titles.push(title.slice(place[0], place[1]));
      });
      var found = whole.length ? whole : titles.length ? titles : begun;
      found = found.filter(function (one, at) { return found.indexOf(one) === at; });
      found = found.sort(function (one, other) { return one.length - other.length; }).slice(0, SOUNDS);
      var options = [];
      found.forEach(function (one) {
        options.push({ text: one, weight: EXACT, bounded: false });
        if (whole.length && rows.has(one)) options = options.concat(rows.get(one).options);
      });
      return options.filter(function (one) { return corpus.has(one.text); });
    }

    function counted(said, number) {
      var options = number.ways.map(function (way) { return { text: way, weight: EXACT, bounded: true }; });
      if (!options.some(function (one) { return one.text === said; })) options.push({ text: said, weight: EXACT, bounded: true });
      options.push({ text: said, weight: NEAR, bounded: false });
      var concept = { said: said, kind: "number", soft: false, options: options };
      if (number.ordinal) {
        concept.ordinal = number.value;
        number.ways.forEach(function (way) { options.push({ text: "第" + way, weight: EXACT, bounded: false }); });
      }
      return concept;
    }

    function parted(run, corpus) {
      var found = once(cut(run, corpus, true));
      return found.length > 1 && found.map(function (one) { return one.said; }).join("") === run ? found : [];
    }

    function listed(concept) {
      return rows.has(concept.said) || known.has(concept.said);
    }

    // The best cut of a run: long words before short ones, known words before what merely stands in some text
    function cut(run, corpus, apart) {
      var best = [{ score: 0 }];
      for (var end = 1; end <= run.length; end++) {
        best[end] = { score: best[end - 1].score, from: end - 1, piece: null };
        for (var from = Math.max(0, end - longest); from < end; from++) {
          var piece = candidate(run, from, end, corpus);
          if (piece && apart && (end - from === run.length || !listed(piece.concept))) piece = null;
          if (piece && best[from].score + piece.score > best[end].score) {
            best[end] = { score: best[from].score + piece.score, from: from, piece: piece.concept };
          }
        }
      }
      var pieces = [];
      for (var at = run.length; at > 0; at = best[at].from) pieces.unshift([best[at].from, at, best[at].piece]);
      return together(pieces, run);
    }

    function candidate(run, from, end, corpus) {
      var text = run.slice(from, end);
      var size = text.length * text.length;
      var number = search.number(run, from);
      if (number && number.length === text.length) return { score: size + 1, concept: counted(text, number) };
      if (fillers.has(text)) return { score: size + KNOWN / 2, concept: "filler" };
      if (rows.has(text)) {
        return { score: size + KNOWN, concept: { said: text, kind: "word", soft: rows.get(text).soft, options: with_row(text, false) } };
      }
      if (text.length < 2 || !corpus.has(text)) return null;
      if (known.has(text)) return { score: size + KNOWN, concept: phrase(text) };
      var ragged = BARE.indexOf(text[0]) >= 0 || BARE.indexOf(text[text.length - 1]) >= 0;
      return { score: size * (ragged ? 0.5 : 0.9), concept: phrase(text) };
    }

    function asks(filler) {
      return filler.length > 1 || ASKING.indexOf(filler) >= 0;
    }

    // Characters that no word holds: two and more together are an unknown word, one alone says little
    function together(pieces, run) {
      var found = [];
      var loose = -1;
      pieces.forEach(function (piece, index) {
        if (piece[2] === null && loose < 0) loose = piece[0];
        var next = pieces[index + 1];
        if (piece[2] === null && (!next || next[2] !== null)) {
          var said = run.slice(loose, piece[1]);
          found.push({ said: said, kind: "unknown", soft: false, options: [{ text: said, weight: NEAR, bounded: false }] });
          loose = -1;
        } else if (piece[2] && piece[2] !== "filler") found.push(piece[2]);
      });
      found.question = pieces.some(function (piece) { return piece[2] === "filler" && asks(run.slice(piece[0], piece[1])); });
      return found;
    }

    return { read: read, runs: runs_of, fold: fold };
  };

  function once(concepts) {
    var seen = {};
    return concepts.filter(function (concept) {
      if (seen[concept.said]) return false;
      return (seen[concept.said] = true);
    });
  }
})((window.handbook = window.handbook || {}));
