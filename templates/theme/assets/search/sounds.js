// Pinyin as readers type it: initials (slq), whole syllables (suanliquan), or both (suanlq).
//
//   handbook.search.speller(sounds)   a function of letters and a text; `sounds` is lexicon.sounds: {syllable: characters}
//     speller(letters, text) gives [start, end] of the first run of characters that sounds so, or null.
(function (handbook) {
  "use strict";
  var search = (handbook.search = handbook.search || {});

  search.speller = function (sounds) {
    var readings = new Map();
    Object.keys(sounds).forEach(function (syllable) {
      for (var i = 0; i < sounds[syllable].length; i++) {
        var char = sounds[syllable][i];
        if (!readings.has(char)) readings.set(char, []);
        readings.get(char).push(syllable);
      }
    });

    // Where the letters end in the text if they begin at `at`; -1 where they do not fit. The last syllable may be unfinished.
    function end(letters, text, at) {
      if (!letters) return at;
      if (at >= text.length) return -1;
      if (text[at] === letters[0] && !readings.has(text[at])) return end(letters.slice(1), text, at + 1); // 5G
      var found = -1;
      (readings.get(text[at]) || []).some(function (syllable) {
        if (syllable[0] !== letters[0]) return false;
        if (syllable.indexOf(letters) === 0) found = at + 1;
        else if (letters.indexOf(syllable) === 0) found = end(letters.slice(syllable.length), text, at + 1);
        if (found < 0) found = end(letters.slice(/^[zcs]h/.test(letters) && /^[zcs]h/.test(syllable) ? 2 : 1), text, at + 1);
        if (found < 0) found = end(letters.slice(1), text, at + 1);
        return found >= 0;
      });
      return found;
    }

    return function (letters, text) {
      for (var at = 0; at < text.length; at++) {
        var stop = end(letters, text, at);
        if (stop > at) return [at, stop];
      }
      return null;
    };
  };
})((window.handbook = window.handbook || {}));
