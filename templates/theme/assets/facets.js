// What the finder reckons, apart from the page: which measures a choice finds, how many each further value would find,
// and in which order. Numbers are places of measures in the library, as in data.js.
//
//   var finder = handbook.finder(columns)   of what search/facets.js hands over
//   finder.find(choice)      numbers of the measures found, in the order of choice.sort, those that are over last
//   finder.counts(choice)    {facet: {value: n}}: how many would be found with this one value in its facet
//   finder.over(choice)      how many that are over the choice would find if it asked for them
//   finder.has(n, facet, value)   whether a measure has a value
//   finder.region(n)         the region of a measure
//   finder.add(place)        makes a region without documents choosable: [id, name, also, above]
//
// A choice is {region: [ids], type: [ids], …, expired: bool, sort: "amount" | "date" | "region"}. Within a facet one of
// the values is enough, across facets all must hold. A region has the measures of the regions above it too. Without a
// chosen status what has expired or was repealed is left out, unless `expired` asks for it. Statuses are those of the
// reader's day.
(function (handbook) {
  "use strict";
  var FACETS = ["region", "type", "instrument", "amount", "topic", "status", "agency"];
  var OVER = ["expired", "repealed"];
  var DATED = ["active", "soon", "lasting"]; // known to hold: before those of which the text does not say until when
  var WITHOUT_SUM = ["loan", "rate", "none"]; // bands, in the order in which they follow the sums

  // 5 6 7 8 10 is written [5, -3, 2]
  function numbers(gaps) {
    var found = [];
    var at = 0;
    gaps.forEach(function (gap) {
      if (gap >= 0) found.push(at += gap);
      else for (; gap; gap++) found.push(++at);
    });
    return found;
  }

  handbook.finder = function (columns) {
    var held = {}; // facet, value: numbers
    var above = Object.assign({}, columns.above);
    var regions = [];
    var days = [];
    var sums = [];
    var measures = numbers(columns.measures);
    var own = {}; // region: numbers of its own measures

    FACETS.forEach(function (facet) {
      var values = columns.facets[facet] || {};
      held[facet] = {};
      for (var value in values) held[facet][value] = numbers(values[value]);
    });
    columns.documents.forEach(function (document) {
      for (var n = 0; n < document[0]; n++) {
        regions.push(document[1]);
        days.push(document[2]);
      }
    });
    measures.forEach(function (n) { (own[regions[n]] = own[regions[n]] || []).push(n); });
    for (var region in above) held.region[region] = reaching(region);
    for (var sum in columns.sums) numbers(columns.sums[sum]).forEach(function (n) { sums[n] = +sum; });
    for (var standing in columns.standings) {
      var said = standing.split("|");
      var name = handbook.standing({ standing: said[0], begins: said[1], ends: said[2], later: said[3] });
      held.status[name] = (held.status[name] || []).concat(numbers(columns.standings[standing]));
    }
    var dated = marked(DATED.map(function (name) { return held.status[name] || []; }));
    var gone = marked(OVER.map(function (name) { return held.status[name] || []; }));
    var unsummed = {};
    WITHOUT_SUM.forEach(function (band, at) {
      (held.amount[band] || []).forEach(function (n) { unsummed[n] = -1 - at; });
    });

    function reaching(region) {
      return [region].concat(above[region] || []).reduce(function (all, one) { return all.concat(own[one] || []); }, []);
    }

    function marked(lists) {
      var marks = new Uint8Array(regions.length);
      lists.forEach(function (list) { list.forEach(function (n) { marks[n] = 1; }); });
      return marks;
    }

    function chosen(choice, facet) {
      return choice[facet] || [];
    }

    // Of each measure how many facets it fails, and the last of them: 0 is found, 1 would be but for that facet.
    function fails(choice) {
      var count = new Uint8Array(regions.length);
      var which = new Uint8Array(regions.length);
      FACETS.forEach(function (facet, at) {
        var values = chosen(choice, facet);
        var byDay = facet === "status" && !values.length && !choice.expired;
        if (!values.length && !byDay) return;
        var marks = byDay ? gone : marked(values.map(function (value) { return held[facet][value] || []; }));
        for (var n = 0; n < marks.length; n++) {
          if (byDay ? !marks[n] : marks[n]) continue;
          count[n]++;
          which[n] = at;
        }
      });
      return { count: count, which: which };
    }

    function tally(choice, facet, list) {
      var failed = choice.failed || fails(choice);
      var at = FACETS.indexOf(facet);
      return list.filter(function (n) {
        return !failed.count[n] || (failed.count[n] === 1 && failed.which[n] === at);
      }).length;
    }

    function amount(n) {
      return n in sums ? sums[n] : unsummed[n];
    }

    var ORDERS = {
      amount: function (a, b) { return amount(b) - amount(a); },
      date: function (a, b) { return days[a] === days[b] ? 0 : days[a] < days[b] ? 1 : -1; },
      region: function (a, b) { return depth(b) - depth(a); }
    };

    function depth(n) {
      return regions[n] ? (above[regions[n]] || []).length : -1;
    }

    return {
      find: function (choice) {
        var failed = fails(choice);
        var order = ORDERS[choice.sort] || ORDERS.amount;
        return measures.filter(function (n) { return !failed.count[n]; }).sort(function (a, b) {
          return gone[a] - gone[b] || order(a, b) || dated[b] - dated[a] || a - b;
        });
      },
      counts: function (choice) {
        var counts = {};
        var failed = { failed: fails(choice) };
        FACETS.forEach(function (facet) {
          counts[facet] = {};
          for (var value in held[facet]) counts[facet][value] = tally(failed, facet, held[facet][value]);
        });
        return counts;
      },
      over: function (choice) {
        return OVER.reduce(function (all, name) { return all + tally(choice, "status", held.status[name] || []); }, 0);
      },
      has: function (n, facet, value) {
        return (held[facet][value] || []).indexOf(n) >= 0;
      },
      region: function (n) { return regions[n]; },
      add: function (place) {
        above[place[0]] = place[3];
        held.region[place[0]] = reaching(place[0]);
      }
    };
  };
})(window.handbook);
