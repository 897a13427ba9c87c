// Small helps; the pages say all they have to say without them.
//
// 1. A status that was true on the day of the build is worked out again from its dates for the reader's day.
// 2. Marks the lines of an address such as #L12-L18 on the page of a capture. Without this script, #L12 and the anchors of
// measures still work: they are plain anchors, coloured by the stylesheet.
// 3. Tables marked data-sortable are sorted by a click on the heading of a column, or Enter and Space on it.
// 4. A term opens its definition where it stands.
// 5. Links in lists know their short address, which the stylesheet prints beside them.
// 6. A gap between Chinese and figures, where the browser has none of its own.
(function () {
  "use strict";
  var RANGE = /^#L(\d{1,7})-L?(\d{1,7})$/;
  function mark() {
    var old = document.querySelectorAll(".hb-line-marked");
    for (var i = 0; i < old.length; i++) old[i].classList.remove("hb-line-marked");
    var found = RANGE.exec(location.hash);
    if (!found) return;
    var first = Math.min(+found[1], +found[2]);
    var last = Math.max(+found[1], +found[2]);
    var start = document.getElementById("L" + first);
    if (!start) return;
    for (var n = first; n <= last; n++) {
      var line = document.getElementById("L" + n);
      if (!line) break;
      line.classList.add("hb-line-marked");
    }
    start.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", mark);
  mark();
})();

(function () {
  "use strict";
  var SOON = 90; // days, as in the build
  var NAMES = ["pending", "active", "soon", "expired"];
  var now = new Date();
  var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  // 2027-12-31 as a day, NaN for anything else
  function day(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text || "") ? Date.parse(text + "T00:00:00Z") : NaN;
  }

  // Which of NAMES holds today; -1 where the dates do not decide
  function turn(begins, ends) {
    var first = day(begins);
    var last = day(ends);
    if (last < first) return -1;
    if (today > last) return 3;
    if (today < first) return 0;
    if (isNaN(last)) return -1;
    return (last - today) / 86400000 <= SOON ? 2 : 1;
  }

  window.handbook = window.handbook || {};
  window.handbook.turn = turn; // results.js reckons with it too

  var found = document.querySelectorAll("[data-status][data-turns]");
  for (var i = 0; i < found.length; i++) {
    var words = found[i].getAttribute("data-turns").split("|");
    var shown = words.indexOf(found[i].getAttribute("data-status"));
    if (shown < 0) continue; // decided by other things than dates
    var later = found[i].getAttribute("data-later");
    var next = turn(found[i].getAttribute("data-effective"), found[i].getAttribute("data-expires"));
    var word = next < 0 ? later : words[next];
    if (word === words[shown]) continue;
    NAMES.concat("unclear").forEach(function (name) { found[i].classList.remove("hb-status-" + name); });
    if (word !== later) found[i].classList.add("hb-status-" + NAMES[next]);
    found[i].setAttribute("data-status", word);
    found[i].textContent = word;
  }
})();

(function () {
  "use strict";
  // Rows are tr[data-row] with data-<name> for every th[data-sort="<name>"]; other rows head a chapter and are hidden
  // while the order of the print (the column data-sort="place") is broken. What a row does not say comes last.
  function compare(name, down) {
    return function (a, b) {
      var one = a.getAttribute("data-" + name) || "";
      var other = b.getAttribute("data-" + name) || "";
      var apart;
      if (one === other) return place(a) - place(b);
      if (name === "agency") {
        if (!one || !other) return one ? -1 : 1;
        apart = one.localeCompare(other, "zh");
      } else {
        if (+one < 0 || +other < 0) if (!(+one < 0 && +other < 0)) return +one < 0 ? 1 : -1;
        apart = +one - +other;
      }
      return down ? -apart : apart;
    };
  }

  function place(row) {
    return +row.getAttribute("data-place");
  }

  function sortable(table) {
    var heads = table.querySelectorAll("th[data-sort]");
    var rows = [].slice.call(table.querySelectorAll("tr[data-row]"));
    var homes = rows.map(function (row) { return row.parentNode; });
    var sorted = document.createElement("tbody");
    table.appendChild(sorted);

    function sort(head, down) {
      var name = head.getAttribute("data-sort");
      var printed = name === "place" && !down;
      for (var i = 0; i < heads.length; i++) heads[i].removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      table.classList.toggle("hb-sorted", !printed);
      if (printed) rows.forEach(function (row, at) { homes[at].appendChild(row); });
      else rows.slice().sort(compare(name, down)).forEach(function (row) { sorted.appendChild(row); });
    }

    function button(head) {
      var made = document.createElement("button");
      made.type = "button";
      made.className = "hb-sort";
      made.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(made);
      made.addEventListener("click", function () {
        var now = head.getAttribute("aria-sort");
        sort(head, now ? now === "ascending" : head.getAttribute("data-first") === "descending");
      });
    }

    for (var i = 0; i < heads.length; i++) button(heads[i]);
    table.classList.add("hb-sorts");
  }

  var tables = document.querySelectorAll("table[data-sortable]");
  for (var i = 0; i < tables.length; i++) sortable(tables[i]);
})();

// A definition opens on hover, on focus and by a tap; Escape or a tap elsewhere closes it.
// The words come from the list at the end of the page, which the term names as its description; without this script
// the term is a plain link to the glossary.
(function () {
  "use strict";
  var OPENING = 150; // milliseconds that a pointer rests on a term before it opens
  var CLOSING = 250; // to reach the definition with the pointer
  var MARGIN = 8; // pixels to the edge of the window
  var box = null;
  var opener = null;
  var timer = 0;
  var touched = false;

  function close() {
    clearTimeout(timer);
    if (box) box.remove();
    box = opener = null;
  }

  function later(what, delay) {
    clearTimeout(timer);
    timer = setTimeout(what, delay);
  }

  function filled(term, note) {
    var made = document.createElement("span");
    var words = document.createElement("span");
    var link = document.createElement("a");
    var entry = note.parentNode.querySelector("a");
    made.className = "hb-pop";
    made.setAttribute("role", "note");
    for (var i = 0; i < note.childNodes.length; i++) words.appendChild(note.childNodes[i].cloneNode(true));
    link.href = term.href;
    link.textContent = (entry ? entry.textContent + " · " : "") + (note.getAttribute("data-open") || "");
    link.tabIndex = -1; // the term itself leads there
    made.appendChild(words);
    made.appendChild(link);
    return made;
  }

  function place(term) {
    var line = term.getClientRects()[0];
    var around = box.offsetParent.getBoundingClientRect();
    var most = document.documentElement.clientWidth - box.offsetWidth - MARGIN;
    var left = Math.max(MARGIN, Math.min(line.left, most));
    var below = line.bottom + box.offsetHeight + MARGIN <= window.innerHeight;
    box.style.left = left - around.left + "px";
    box.style.top = (below ? line.bottom : line.top - box.offsetHeight) - around.top + "px";
  }

  function open(term) {
    var note = document.getElementById(term.getAttribute("aria-describedby"));
    if (opener === term) clearTimeout(timer);
    if (!note || opener === term) return;
    close();
    opener = term;
    box = filled(term, note);
    term.parentNode.insertBefore(box, term.nextSibling);
    place(term);
    box.addEventListener("mouseenter", function () { clearTimeout(timer); });
    box.addEventListener("mouseleave", function () { later(close, CLOSING); });
  }

  function wire(term) {
    term.addEventListener("mouseenter", function () { later(function () { open(term); }, OPENING); });
    term.addEventListener("mouseleave", function () { later(close, CLOSING); });
    term.addEventListener("focus", function () { open(term); });
    term.addEventListener("blur", function () { later(close, CLOSING); });
    term.addEventListener("click", function (event) {
      if (!touched) return;
      event.preventDefault();
      open(term);
    });
  }

  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch" || event.pointerType === "pen";
    if (box && !box.contains(event.target) && event.target !== opener) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
    touched = false;
  });
  var terms = document.querySelectorAll("a.hb-term[aria-describedby]");
  for (var i = 0; i < terms.length; i++) wire(terms[i]);
})();

(function () {
  "use strict";
  var config = document.getElementById("__config");
  if (!config) return;
  var base = JSON.parse(config.textContent).base;
  var root = new URL(base.replace(/\/?$/, "/"), location.href).pathname;
  var listed = document.querySelectorAll(".hb-held a, .hb-card-title a, .hb-source a, .hb-news a, .hb-choices a");
  for (var i = 0; i < listed.length; i++) {
    if (listed[i].host === location.host && listed[i].pathname.indexOf(root) === 0)
      listed[i].setAttribute("data-short", "/" + listed[i].pathname.slice(root.length));
  }
})();

(function () {
  "use strict";
  var HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff";
  var EDGE = new RegExp("[" + HAN + "](?=[A-Za-z0-9])|[A-Za-z0-9%](?=[" + HAN + "])", "g");
  var AS_RECEIVED = "pre, code, .hb-capture";
  if (window.CSS && CSS.supports("text-autospace", "normal")) return;

  // The character before a gap gets a margin: nothing is added to the text, so that a copy of it is exact.
  function spaced(node) {
    var text = node.nodeValue;
    var parts = document.createDocumentFragment();
    var done = 0;
    var found;
    EDGE.lastIndex = 0;
    while ((found = EDGE.exec(text))) {
      var held = document.createElement("span");
      held.className = "hb-gap";
      held.textContent = found[0];
      parts.appendChild(document.createTextNode(text.slice(done, found.index)));
      parts.appendChild(held);
      done = found.index + 1;
    }
    if (!done) return;
    parts.appendChild(document.createTextNode(text.slice(done)));
    node.parentNode.replaceChild(parts, node);
  }

  var walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  var nodes = [];
  while (walk.nextNode()) if (!walk.currentNode.parentNode.closest(AS_RECEIVED)) nodes.push(walk.currentNode);
  nodes.forEach(spaced);
})();
