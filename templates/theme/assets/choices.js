// The conditions of the finder: the links of its page as check boxes, and what is ticked as an address.
//
//   var choices = handbook.choices(form, words)
//   choices.facets       [{name, legend, field, list, options: [{id, name, item, box, number}]}] in the order of the page
//   choices.boxes()      makes the links check boxes; choices.links() makes them links again
//   choices.ticked()     the choice on the page (see facets.js)
//   choices.read()       a Promise of the choice in the address, which is then ticked; `unknown` holds what nothing has
//   choices.reveal()     scrolls each list to its first ticked value
//   choices.address(choice)   the address of a choice
//   choices.name(facet, id)   the name of a value
//   choices.clear(facet)      unticks a facet, or all of them
//   choices.place(name)       a Promise of the option of a region, made if it has no documents; null where there is none
//   choices.add              called with each [id, name, also, above] that is made choosable
//
// A value in an address may be an id or a name of the page; a facet may be given several times or with commas:
// ?region=wuhan&type=软件与信息服务企业,sme
(function (handbook) {
  "use strict";
  var COMMA = /[,，]/;
  var GAP = 16; // pixels of a strip before its first value

  handbook.choices = function (form, words) {
    var facets = [].map.call(form.querySelectorAll("[data-facet]"), facetOf);
    var expired = form.elements.expired;
    var sorting = form.elements.sort;
    var usual = sorting.options[0].value;
    var own = { facets: facets, unknown: [], add: null };

    function facetOf(field) {
      var facet = {
        name: field.getAttribute("data-facet"),
        legend: field.querySelector("legend").textContent,
        field: field,
        list: field.querySelector("ul")
      };
      facet.options = [].map.call(field.querySelectorAll("[data-value]"), function (item) { return optionOf(facet, item); });
      return facet;
    }

    function optionOf(facet, item) {
      var option = {
        id: item.getAttribute("data-value"),
        name: item.firstElementChild.textContent,
        also: (item.getAttribute("data-also") || "").split("|"),
        item: item,
        link: item.firstElementChild,
        number: item.querySelector(".hb-n"),
        box: document.createElement("input")
      };
      option.box.type = "checkbox";
      option.box.name = facet.name;
      option.box.value = option.id;
      return option;
    }

    function each(what) {
      facets.forEach(function (facet) {
        facet.options.forEach(function (option) { what(option, facet); });
      });
    }

    function boxed(option) {
      var label = document.createElement("label");
      label.className = "hb-choice";
      fill(label, [option.box, span("hb-choice-name", option.name), " ", option.number, span("hb-aside", words.aside)]);
      fill(option.item, [label]);
    }

    function fill(place, parts) {
      place.textContent = "";
      parts.forEach(function (part) {
        place.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
      });
    }

    function span(name, text) {
      var made = document.createElement("span");
      made.className = name;
      made.textContent = text;
      return made;
    }

    function known(facet, name) {
      return facet.options.filter(function (one) {
        return one.id === name || one.name === name || one.also.indexOf(name) >= 0;
      });
    }

    function trimmed(text) {
      return text.trim();
    }

    // What the address says: the choice, and in `unknown` each [facet, value] that the page does not know
    function asked() {
      var said = new URLSearchParams(location.search);
      var choice = { expired: said.get("expired") === "1", sort: said.get("sort") };
      own.unknown = [];
      if (![].some.call(sorting.options, function (one) { return one.value === choice.sort; })) choice.sort = usual;
      facets.forEach(function (facet) {
        var ids = (choice[facet.name] = []);
        said.getAll(facet.name).join(",").split(COMMA).map(trimmed).filter(Boolean).forEach(function (name) {
          var options = known(facet, name);
          options.forEach(function (option) { if (ids.indexOf(option.id) < 0) ids.push(option.id); });
          if (!options.length) own.unknown.push([facet, name]);
        });
      });
      return choice;
    }

    function tick(choice) {
      each(function (option, facet) {
        option.box.checked = choice[facet.name].indexOf(option.id) >= 0;
        if (option.box.checked) option.item.hidden = false;
      });
      expired.checked = choice.expired;
      sorting.value = choice.sort;
      return choice;
    }

    function region() {
      return facets.filter(function (facet) { return facet.name === "region"; })[0];
    }

    function made(place) {
      var item = document.createElement("li");
      item.setAttribute("data-value", place[0]);
      fill(item, [span("", place[1]), span("hb-n", "")]);
      region().list.appendChild(item);
      var option = optionOf(region(), item);
      option.also = place[2];
      region().options.push(option);
      own.add(place);
      boxed(option);
      return option;
    }

    own.boxes = function () { each(boxed); };
    own.links = function () {
      each(function (option) { fill(option.item, [option.link, " ", option.number]); });
    };

    own.ticked = function () {
      var choice = { expired: expired.checked, sort: sorting.value };
      facets.forEach(function (facet) { choice[facet.name] = []; });
      each(function (option, facet) { if (option.box.checked) choice[facet.name].push(option.id); });
      own.unknown = [];
      return choice;
    };

    own.read = function () {
      var choice = asked();
      var elsewhere = own.unknown.filter(function (one) { return one[0] === region(); });
      return Promise.all(elsewhere.map(function (one) { return own.place(one[1]); })).then(function (options) {
        own.unknown = own.unknown.filter(function (one) {
          var option = options[elsewhere.indexOf(one)];
          if (option) choice.region.push(option.id);
          return !option;
        });
        return tick(choice);
      });
    };

    own.reveal = function () {
      facets.forEach(function (facet) {
        var first = facet.options.filter(function (option) { return option.box.checked; })[0];
        facet.list.scrollTop = first ? first.item.offsetTop - facet.list.offsetTop : 0;
        facet.list.scrollLeft = first ? first.item.offsetLeft - facet.list.offsetLeft - GAP : 0;
      });
    };

    own.address = function (choice) {
      var parts = facets.filter(function (facet) { return choice[facet.name].length; }).map(function (facet) {
        return facet.name + "=" + choice[facet.name].map(encodeURIComponent).join(",");
      });
      if (choice.expired) parts.push("expired=1");
      if (choice.sort !== usual) parts.push("sort=" + choice.sort);
      return location.pathname + (parts.length ? "?" + parts.join("&") : "");
    };

    own.name = function (facet, id) {
      var option = facet.options.filter(function (one) { return one.id === id; })[0];
      return option ? option.name : id;
    };

    own.clear = function (only) {
      each(function (option, facet) { if (!only || facet === only) option.box.checked = false; });
    };

    own.place = function (name) {
      return handbook.load("places").then(function (places) {
        var place = places.filter(function (one) {
          return one[0] === name || one[1] === name || one[2].indexOf(name) >= 0;
        })[0];
        return (place && (known(region(), place[0])[0] || made(place))) || null;
      });
    };

    return own;
  };
})(window.handbook);
