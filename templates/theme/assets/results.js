// One result of the search or the finder, as an element. Everything is set as text; nothing is ever read as HTML.
//
//   handbook.result(record, words, more)   an <li data-measure="<id>"> with title, document, region, status and benefit.
//     `words` is manifest.words. `more`, all of it optional:
//       marks    {title: [[start, end], …], …}: what matched, as places in a value of the record (title, document, benefit)
//       snippet  {text, marks}: a piece of the text that matched
//       why      {label, text, marks}: a line that says why the result is here
//   handbook.marked(text, marks)   a fragment of the text with <mark> around each place
//   handbook.standing(record)      the name of the record's status on the reader's day: active, soon, expired … (the same
//                                  reckoning as every page does, in handbook.js)
//   handbook.over(record)          whether it has expired or was repealed: such results come last
(function (handbook) {
  "use strict";
  var TURNS = ["pending", "active", "soon", "expired"];

  handbook.standing = function (record) {
    var decided = TURNS.indexOf(record.standing) < 0 && record.standing !== record.later;
    if (decided) return record.standing; // by other things than dates
    var turn = handbook.turn(record.begins, record.ends);
    var name = turn < 0 ? record.later : TURNS[turn];
    var event = record.later === "unclear" && (name === "active" || name === "soon");
    return event ? record.later : name; // until an event that nobody can date, at most until its document expires
  };

  handbook.over = function (record) {
    var name = handbook.standing(record);
    return name === "expired" || name === "repealed";
  };

  handbook.marked = function (text, marks) {
    var made = document.createDocumentFragment();
    var at = 0;
    (marks || []).forEach(function (place) {
      if (place[0] < at || place[1] > text.length) return;
      made.appendChild(document.createTextNode(text.slice(at, place[0])));
      made.appendChild(element("mark", "", text.slice(place[0], place[1])));
      at = place[1];
    });
    made.appendChild(document.createTextNode(text.slice(at)));
    return made;
  };

  handbook.result = function (record, words, more) {
    var marks = (more && more.marks) || {};
    var item = element("li", "hb-result");
    var title = element("p", "hb-result-title");
    var link = element("a", "", record.title, marks.title);
    var facts = element("p", "hb-result-facts");
    item.setAttribute("data-measure", record.id);
    link.href = handbook.url(record.url);
    title.appendChild(link);
    item.appendChild(title);
    if (record.benefit) item.appendChild(element("p", "hb-result-benefit", record.benefit, marks.benefit));
    if (more && more.snippet) item.appendChild(element("p", "hb-result-snippet", more.snippet.text, more.snippet.marks));
    if (more && more.why) item.appendChild(why(more.why));
    if (!record.general) facts.appendChild(standing(record, words));
    if (record.region) facts.appendChild(element("span", "", record.region));
    facts.appendChild(element("span", "", record.document, marks.document));
    item.appendChild(facts);
    if (handbook.over(record)) item.classList.add("hb-result-over");
    return item;
  };

  function why(line) {
    var made = element("p", "hb-result-why");
    made.appendChild(element("span", "hb-result-label", line.label));
    made.appendChild(element("span", "", line.text, line.marks));
    return made;
  }

  function standing(record, words) {
    var name = handbook.standing(record);
    var word = words["status." + name];
    var label = element("span", "hb-status hb-status-" + name, word);
    label.setAttribute("data-status", word);
    label.setAttribute("data-effective", record.begins || "");
    label.setAttribute("data-expires", record.ends || "");
    return label;
  }

  function element(tag, name, text, marks) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.appendChild(handbook.marked(text, marks));
    return made;
  }
})(window.handbook);
