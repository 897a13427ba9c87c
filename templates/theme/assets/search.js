// The search box in the head of every page, and the page of results. The engine and its data are loaded when the box is
// first used; nothing that is typed leaves the browser.
(function (handbook) {
  "use strict";
  var ENGINE = ["fold", "numbers", "sounds", "corpus", "index", "query", "rank", "snippet", "engine"];
  var FEW = 6; // results under the box
  var FIRST = 20; // results on the page at once, before the others follow
  var FEWER = 10; // the same where each result has to be loaded
  var MOST = 400; // results drawn without being asked for
  var FURTHER = 50; // results drawn when asked for
  var form = document.querySelector("form.hb-search");
  if (!form) return;
  var box = form.querySelector("input");
  var panel = form.querySelector(".hb-search-panel");
  var page = document.getElementById("hb-results");
  var asked = ""; // the query whose results are shown or on their way
  var turn = 0;

  function engine() {
    var scripts = ENGINE.map(function (name) { return "assets/search/" + name + ".js"; }).concat("assets/results.js");
    return Promise.all(scripts.map(handbook.script)).then(function () { return handbook.search.open(); });
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // One result with what matched in it
  function drawn(one, record, shown, words) {
    var more = { marks: shown.marks, snippet: shown.snippet };
    var lacks = one.missing.filter(function (said) { return said.length > 1; });
    if (shown.field) more.why = { label: words["search.in_" + shown.field.name], text: shown.field.text, marks: shown.field.marks };
    if (lacks.length) more.why = { label: words["search.missing_label"], text: lacks.join(words["search.separator"]) };
    return handbook.result(record, words, more);
  }

  // Results in order as elements at the end of a list; a Promise that they are there, unless another query came
  function draw(list, results, found, mine) {
    return handbook.records(results.map(function (one) { return one.number; })).then(function (records) {
      return Promise.all(records.map(function (record, at) {
        return found.shown(results[at], record.title).then(function (shown) {
          return shown && drawn(results[at], record, shown, found.words);
        });
      }));
    }).then(function (items) {
      if (mine === turn) items.forEach(function (item) { if (item) list.appendChild(item); });
    });
  }

  // The box

  function close() {
    panel.hidden = true;
  }

  function summary(found) {
    var words = found.words;
    var all = found.results.length + found.partial.length;
    return all ? handbook.fill(words["search.count"], { count: all }) : words["search.count_none"];
  }

  function under(found, mine) {
    var list = make("ol", "hb-results");
    var all = found.results.concat(found.partial);
    draw(list, all.slice(0, FEW), found, mine).then(function () {
      if (mine !== turn || document.activeElement !== box) return;
      var count = make("p", "hb-count");
      count.setAttribute("role", "status");
      panel.textContent = "";
      panel.appendChild(count);
      panel.appendChild(list);
      var link = make("a", "hb-search-all", found.words["search.all"]);
      link.href = handbook.url("search/?q=" + encodeURIComponent(found.query));
      panel.appendChild(link);
      panel.hidden = false;
      count.textContent = summary(found);
    });
  }

  // The page

  function by(id) {
    return document.getElementById(id);
  }

  function say(id, text) {
    by(id).hidden = !text;
    by(id).textContent = text;
  }

  function full(found, mine) {
    var words = found.words;
    var all = found.results.concat(found.partial);
    var first = found.large ? FEWER : FIRST;
    page.textContent = "";
    by("hb-lost").hidden = all.length > 0;
    by("hb-more").hidden = true;
    say("hb-notice", !found.results.length && all.length ? words["search.partial"] + missing(found) : "");
    lost(found, all.length);
    draw(page, all.slice(0, first), found, mine).then(function () {
      if (mine !== turn) return;
      by("hb-count").textContent = summary(found);
      if (found.large) return farther(all.slice(first).concat(found.rest), "search.next", found, mine);
      follow(all.slice(0, MOST), first, found, mine);
      farther(all.slice(MOST).concat(found.rest), "search.more", found, mine);
    });
    document.title = found.query + " - " + document.title.split(" - ").pop();
  }

  function missing(found) {
    var lacks = found.partial[0].missing.join(found.words["search.separator"]);
    return lacks ? handbook.fill(found.words["search.missing"], { words: lacks }) : "";
  }

  // The results after the first ones, a few at a time, so that the page stays quick
  function follow(all, from, found, mine) {
    if (from >= all.length || mine !== turn) return;
    draw(page, all.slice(from, from + FIRST), found, mine).then(function () {
      setTimeout(function () { follow(all, from + FIRST, found, mine); }, 0);
    });
  }

  // What is drawn only if asked for, so many at a time
  function farther(others, word, found, mine) {
    var button = by("hb-more");
    button.textContent = handbook.fill(found.words[word], { count: others.length });
    button.hidden = !others.length;
    button.onclick = function () {
      draw(page, others.slice(0, FURTHER), found, mine).then(function () {
        farther(others.slice(FURTHER), word, found, mine);
      });
    };
  }

  // What was understood, and where to go on, if there is nothing to show
  function lost(found, count) {
    var words = found.words;
    var said = found.read.concepts.map(function (concept) { return concept.said; });
    say("hb-understood", count ? "" : said.length
      ? handbook.fill(words["search.understood"], { words: said.join(words["search.separator"]) })
      : words["search.nothing_understood"]);
    say("hb-near", "");
    var like = count ? [] : found.near(found.query);
    if (!like.length) return;
    say("hb-near", words["search.near"]);
    like.forEach(function (name) {
      var link = make("a", "hb-near-word", name);
      link.href = handbook.url("search/?q=" + encodeURIComponent(name));
      by("hb-near").appendChild(link);
    });
  }

  function blank() {
    asked = "";
    turn++;
    close();
    if (!page) return;
    page.textContent = by("hb-count").textContent = "";
    say("hb-notice", "");
    say("hb-understood", "");
    say("hb-near", "");
    by("hb-more").hidden = true;
    by("hb-lost").hidden = false;
  }

  function ask() {
    var query = box.value.trim();
    if (!query) return blank();
    if (query === asked) return;
    asked = query;
    var mine = ++turn;
    if (page) history.replaceState(null, "", "?q=" + encodeURIComponent(query));
    engine().then(function (made) {
      if (mine !== turn) return;
      return made.find(query).then(function (found) { return [made, found]; });
    }).then(function (both) {
      if (mine !== turn || !both) return;
      var made = both[0];
      var found = Object.assign({}, both[1], { words: made.words, shown: made.shown, near: made.near, large: made.large });
      if (page) full(found, mine);
      else under(found, mine);
    }).catch(function () {
      if (mine === turn) asked = "";
    });
  }

  box.addEventListener("focus", function () {
    engine().catch(function () {}); // tried again at the first letter
    if (box.value.trim() && !page && panel.firstChild) panel.hidden = false;
  });
  box.addEventListener("input", function (event) {
    if (!event.isComposing) ask();
  });
  box.addEventListener("compositionend", ask);
  form.addEventListener("submit", function (event) {
    if (!box.value.trim()) event.preventDefault();
    else if (page) {
      event.preventDefault();
      ask();
      box.blur(); // the keyboard of a phone goes
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault(); // the first Escape closes the results, a second one empties the box
    close();
    box.focus();
  });
  document.addEventListener("pointerdown", function (event) {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });

  if (page) {
    box.value = new URLSearchParams(location.search).get("q") || "";
    if (box.value.trim()) ask();
    else box.focus();
  }
})(window.handbook);
