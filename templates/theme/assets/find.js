// The finder: counts beside every condition, and the measures that it finds, each with the reason. The choice stands in
// the address, so that it can be sent to others and back and forward work.
//
// The conditions are those of choices.js, what they find is reckoned in facets.js, a result is drawn by results.js.
// Without this script, or without its data, the conditions are links to pages.
(function (handbook) {
  "use strict";
  var AT_ONCE = 300; // results listed without being asked for
  var LARGE = 1000; // measures of a handbook of which fewer are listed, for each may need data of its own
  var FEW = 30; // results in one piece
  var EVERYONE = "all"; // the type of what any enterprise may use
  var form = document.getElementById("find");
  if (!form || !handbook.choices) return;
  var words = JSON.parse(form.getAttribute("data-words"));
  var found = document.getElementById("found");
  var list = found.querySelector(".hb-results");
  var more = found.querySelector(".hb-more");
  var picked = found.querySelector(".hb-chosen");
  var empty = found.querySelector(".hb-nothing");
  var strange = found.querySelector(".hb-unknown");
  var jump = form.querySelector(".hb-to-results");
  var over = form.querySelector(".hb-over");
  var choices = handbook.choices(form, words);
  var finder = null;
  var manifest = null;
  var perShard = 1;
  var drawing = 0;

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // What a button changes is shown and the focus led to what is left of its row
  function button(name, text, change) {
    var made = element("button", name, text);
    made.type = "button";
    made.addEventListener("click", function () {
      change();
      changed();
      (picked.querySelector("button") || found).focus();
    });
    return made;
  }

  function changed() {
    var choice = choices.ticked();
    history.pushState(null, "", choices.address(choice));
    show(choice);
  }

  function follow() {
    return choices.read().then(show).then(choices.reveal);
  }

  function show(choice) {
    var numbers = finder.find(choice);
    var counts = finder.counts(choice);
    choices.facets.forEach(function (facet) {
      facet.options.forEach(function (option) {
        var count = counts[facet.name][option.id] || 0;
        option.number.textContent = count;
        option.item.classList.toggle("hb-none", !count && !option.box.checked);
      });
      facet.field.classList.toggle("hb-none", !facet.list.querySelector("li:not(.hb-none)"));
    });
    over.hidden = choice.status.length > 0;
    over.lastElementChild.textContent = handbook.fill(words.over, { count: finder.over(choice) });
    jump.textContent = handbook.fill(words.see, { count: numbers.length });
    announce(numbers.length);
    showPicked(choice, numbers.length);
    showEmpty(choice, numbers.length);
    strange.hidden = !choices.unknown.length;
    strange.textContent = choices.unknown.map(function (one) {
      return handbook.fill(words.unknown, { facet: one[0].legend, value: one[1] });
    }).join("");
    draw(choice, numbers);
  }

  function announce(count) {
    var line = found.querySelector("[role=status]");
    var around = words.found.split("{count}");
    var number = element("b", "", String(count));
    number.setAttribute("data-count", count);
    line.textContent = around[0];
    line.appendChild(number);
    line.appendChild(document.createTextNode(around[1] || ""));
  }

  function showPicked(choice, count) {
    picked.textContent = "";
    choices.facets.forEach(function (facet) {
      facet.options.forEach(function (option) {
        if (!option.box.checked) return;
        var chip = button("hb-chip hb-chip-off", option.name, function () { option.box.checked = false; });
        chip.setAttribute("aria-label", handbook.fill(words.remove, { value: option.name }));
        picked.appendChild(chip);
      });
    });
    picked.hidden = !picked.firstChild;
    if (picked.hidden) return;
    picked.insertBefore(element("span", "hb-remark", words.chosen), picked.firstChild);
    picked.appendChild(button("hb-chip", words.clear, function () { choices.clear(); }));
    widen(choice, count);
  }

  // What any enterprise may use is of use to one of a type too: offered, never added unasked
  function widen(choice, count) {
    if (!choice.type.length || choice.type.indexOf(EVERYONE) >= 0) return;
    var gained = finder.find(Object.assign({}, choice, { type: choice.type.concat(EVERYONE) })).length - count;
    choices.facets.forEach(function (facet) {
      facet.options.forEach(function (option) {
        if (!gained || facet.name !== "type" || option.id !== EVERYONE) return;
        var phrase = handbook.fill(words.everyone, { value: option.name, count: gained });
        picked.appendChild(button("hb-chip", phrase, function () { option.box.checked = true; }));
      });
    });
  }

  function showEmpty(choice, count) {
    empty.textContent = "";
    empty.hidden = count > 0;
    if (count) return;
    empty.appendChild(element("p", "", words.found_none));
    choices.facets.forEach(function (facet) {
      if (!choice[facet.name].length) return;
      var open = Object.assign({}, choice);
      open[facet.name] = [];
      var without = finder.find(open).length;
      var phrase = handbook.fill(words.without, { facet: facet.legend, count: without });
      if (without) empty.appendChild(button("hb-chip", phrase, function () { choices.clear(facet); }));
    });
  }

  // Results come by the piece, so that a tap is answered at once; a newer choice makes an older drawing stop.
  function draw(choice, numbers) {
    var mine = ++drawing;
    var step = manifest.count > LARGE ? FEW : AT_ONCE;

    function fill(start, end) {
      return items(choice, numbers.slice(start, Math.min(start + FEW, end))).then(function (made) {
        if (mine !== drawing) return null;
        if (!start) list.textContent = "";
        made.forEach(function (item) { list.appendChild(item); });
        var drawn = start + made.length;
        if (drawn < end) return later().then(function () { return fill(drawn, end); });
        offer(drawn);
        return null;
      });
    }

    function offer(drawn) {
      list.removeAttribute("aria-busy");
      var end = Math.min(numbers.length, drawn + step);
      more.hidden = drawn === end;
      more.textContent = handbook.fill(words.more, { count: end - drawn, rest: numbers.length - drawn });
      more.onclick = function () {
        fill(drawn, end).then(function () { list.children[drawn].querySelector("a").focus(); });
      };
    }

    list.setAttribute("aria-busy", "true");
    fill(0, Math.min(numbers.length, step)).catch(failed);
  }

  function later() {
    return new Promise(function (done) { setTimeout(done); });
  }

  function items(choice, numbers) {
    var asked = choices.facets.filter(function (facet) { return choice[facet.name].length; });
    var said = asked.some(function (facet) { return facet.name !== "region"; });
    var reasons = said ? numbers.map(function (n) { return handbook.load("why-" + Math.floor(n / perShard)); }) : [];
    return Promise.all([handbook.records(numbers), Promise.all(reasons)]).then(function (loaded) {
      return numbers.map(function (n, at) {
        var item = handbook.result(loaded[0][at], manifest.words);
        if (asked.length) item.appendChild(whys(choice, n, said ? loaded[1][at][n % perShard] : {}));
        return item;
      });
    });
  }

  // One line for each chosen value that a measure has, with the words of the official text that say so
  function whys(choice, n, reasons) {
    var lines = element("ul", "hb-whys");
    choices.facets.forEach(function (facet) {
      choice[facet.name].filter(function (id) { return finder.has(n, facet.name, id); }).forEach(function (id) {
        var line = element("li");
        line.appendChild(element("span", "hb-whys-label", handbook.fill(words.why, {
          value: facet.name === "region" ? facet.legend : choices.name(facet, id)
        })));
        line.appendChild(facet.name === "region" ? reach(facet, finder.region(n), id) : said(reasons[facet.name] || {}, id));
        lines.appendChild(line);
      });
    });
    return lines;
  }

  // On a later day a status has another name than on the day of the build; the words on its dates are the same.
  function said(reasons, id) {
    var found = [].concat(id in reasons ? reasons[id] : reasons[Object.keys(reasons)[0]] || "");
    if (!found[0]) return element("span", "hb-missing", words.why_silent);
    var made = element("span", "hb-said");
    made.appendChild(handbook.marked(found[0], found.length > 1 ? [[found[1], found[2]]] : []));
    return made;
  }

  function reach(facet, region, id) {
    var phrase = region === id ? words.why_own : words.why_above;
    return element("span", "", handbook.fill(phrase, {
      region: choices.name(facet, region),
      place: choices.name(facet, id)
    }));
  }

  // A field under a facet: for a region that has no documents, and to narrow a long list by name

  function field(facet, phrase, type) {
    var label = element("label", "hb-by-name");
    var input = element("input");
    input.type = type;
    input.autocomplete = "off";
    label.appendChild(element("span", "", phrase));
    label.appendChild(input);
    facet.field.appendChild(label);
    return input;
  }

  function elsewhere(facet) {
    var input = field(facet, words.place, "text");
    var names = facet.field.appendChild(element("datalist"));
    var told = facet.field.appendChild(element("p", "hb-remark"));
    names.id = "places";
    told.setAttribute("role", "status");
    input.setAttribute("list", names.id);
    input.placeholder = words.place_hint;
    input.addEventListener("focus", function () {
      handbook.load("places").then(function (places) {
        if (!names.firstChild) places.forEach(function (place) { names.appendChild(element("option")).value = place[1]; });
      });
    });
    input.addEventListener("change", function (event) {
      var name = input.value.trim();
      event.stopPropagation(); // it is no condition itself
      told.textContent = "";
      if (name) choices.place(name).then(function (option) {
        if (!option) {
          told.textContent = handbook.fill(words.place_unknown, { value: name });
          return;
        }
        input.value = "";
        option.box.checked = true;
        changed();
      });
    });
  }

  function narrow(facet) {
    var input = field(facet, words.filter, "search");
    input.addEventListener("input", function () {
      var name = input.value.trim();
      facet.options.forEach(function (option) {
        option.item.hidden = !option.box.checked && option.name.indexOf(name) < 0;
      });
    });
  }

  function failed() {
    var line = element("p", "hb-failed", words.failed);
    line.setAttribute("role", "alert");
    choices.links();
    form.parentNode.insertBefore(line, form);
    document.body.classList.remove("hb-finding");
    found.hidden = jump.hidden = true;
  }

  function begin(loaded) {
    manifest = loaded[0];
    finder = handbook.finder(loaded[1]);
    perShard = loaded[1].why_per_shard;
    choices.add = finder.add;
    choices.boxes();
    choices.facets.forEach(function (facet) {
      if (facet.name === "region") elsewhere(facet);
      if (facet.name === "agency") narrow(facet);
    });
    document.body.classList.add("hb-finding");
    found.hidden = jump.hidden = false;
    form.addEventListener("change", changed);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    window.addEventListener("popstate", follow);
    return follow();
  }

  handbook.manifest()
    .then(function (manifest) { return Promise.all([manifest, handbook.load("facets")]); })
    .then(begin)
    .catch(failed);
})(window.handbook);
