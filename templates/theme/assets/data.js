// The data of the search and the finder, loaded when they are first used: scripts beside the site, inserted as elements,
// so that they work from a folder (file://) and under a policy of `script-src 'self'`.
//
//   handbook.load(name)   a Promise of what search/<name>.js hands over; each is fetched once. Rejects where it is not there.
//   handbook.script(path) a Promise that a script of the site has run (assets/results.js); each is inserted once
//   handbook.take(name, data)   called by those files and by nobody else
//   handbook.manifest()   a Promise of search/manifest.js: {version, count, per_shard, words}
//   handbook.record(n)    a Promise of the record number n (in the order of the library)
//   handbook.records(numbers)   a Promise of several, in the order asked for; loads only the shards that hold them
//   handbook.url(path)    the full address of a path of this edition, also from a folder
//   handbook.fill(phrase, values)   a phrase of the interface with its {values}
//
// A record is {id, url, title, document, region, general, standing, begins, ends, later, benefit}; empty values are left
// out (see scripts/handbook/model/entry.py). Words of the interface are in manifest.words by their dotted name.
window.handbook = window.handbook || {};
(function (handbook) {
  "use strict";
  var root = new URL("..", document.currentScript.src); // of this edition: this file is assets/data.js
  var waiting = {};
  var asked = {};
  var version = "";

  handbook.take = function (name, data) {
    if (waiting[name]) waiting[name](data);
  };

  // A promise of what is made once by this name; a failure is forgotten, so that the next use tries again
  function once(name, make) {
    if (!asked[name]) asked[name] = new Promise(make).catch(function (error) {
      delete asked[name];
      throw error;
    });
    return asked[name];
  }

  function insert(path, done, failed) {
    var script = document.createElement("script");
    script.src = new URL(path, root).href;
    script.onload = done;
    script.onerror = function () {
      script.remove();
      failed(new Error(path));
    };
    document.head.appendChild(script);
  }

  handbook.script = function (path) {
    return once(path, function (resolve, reject) { insert(path, resolve, reject); });
  };

  handbook.load = function (name) {
    return once("search/" + name, function (resolve, reject) {
      waiting[name] = resolve;
      insert("search/" + name + ".js" + (version && "?v=" + version), null, reject);
    });
  };

  handbook.manifest = function () {
    return handbook.load("manifest").then(function (manifest) {
      version = manifest.version;
      return manifest;
    });
  };

  handbook.record = function (number) {
    return handbook.manifest().then(function (manifest) {
      var at = number % manifest.per_shard;
      return handbook.load("records-" + (number - at) / manifest.per_shard).then(function (shard) { return whole(shard[at]); });
    });
  };

  // What a record leaves out because it nearly always is so
  function whole(record) {
    record.url = record.url || "measures/" + record.id + "/";
    record.later = record.later || "unstated";
    return record;
  }

  handbook.records = function (numbers) {
    return Promise.all(numbers.map(handbook.record));
  };

  handbook.url = function (path) {
    var page = /^([^?#]*\/)?([?#].*)?$/.exec(path); // a folder, whose index a file system does not know
    var plain = page && location.protocol === "file:" ? (page[1] || "") + "index.html" + (page[2] || "") : path;
    return new URL(plain, root).href;
  };

  handbook.fill = function (phrase, values) {
    return phrase.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  };
})(window.handbook);
