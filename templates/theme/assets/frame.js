// The frame of every page. It runs in the head, so that a page is never drawn in the wrong colours, and finishes when
// the page is read. Without it the page keeps its colours by the system and shows its sections as a row of links.
(function () {
  "use strict";
  var root = document.documentElement;
  var STORED = "handbook-scheme";
  var DOWNLOAD = /\.(?:csv|ics|json|pdf|xlsx|xml|zip)$/;

  // 1. Colours: those of the system until the reader chooses.

  function chosen() {
    try {
      return localStorage.getItem(STORED);
    } catch (error) {
      return null; // storage is shut in some private windows
    }
  }

  function dress(scheme) {
    if (scheme === "dark" || scheme === "light") root.setAttribute("data-scheme", scheme);
  }

  function dark() {
    var scheme = root.getAttribute("data-scheme");
    return scheme ? scheme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function colours(button) {
    function say() {
      var words = button.getAttribute(dark() ? "data-light" : "data-dark");
      button.setAttribute("aria-label", words);
      button.title = words;
    }
    button.addEventListener("click", function () {
      var scheme = dark() ? "light" : "dark";
      dress(scheme);
      say();
      try {
        localStorage.setItem(STORED, scheme);
      } catch (error) {
        // the choice holds for this page only
      }
    });
    button.hidden = false;
    say();
  }

  // 2. The sections of the handbook, behind a button on a narrow screen; Escape closes them.

  function menu(button) {
    var sections = document.getElementById(button.getAttribute("aria-controls"));
    function set(open) {
      button.setAttribute("aria-expanded", String(open));
      sections.classList.toggle("hb-open", open);
    }
    button.addEventListener("click", function () {
      set(button.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
      set(false);
      button.focus();
    });
    button.hidden = false;
  }

  // 3. In an unzipped site a link to a folder would list its files: it is led to the page of the folder.

  function whole(address) {
    var to = new URL(address, location.href);
    if (to.protocol === "file:" && /\/$/.test(to.pathname)) to.pathname += "index.html";
    return to.href;
  }

  function lead(event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (link) link.href = whole(link.href);
    if (event.type === "submit") event.target.action = whole(event.target.action);
  }

  if (location.protocol === "file:")
    ["click", "auxclick", "contextmenu", "submit"].forEach(function (name) {
      document.addEventListener(name, lead, true);
    });

  // 4. The other edition opens at what is read here: the same words searched for, the same place in the page.

  function cross(link) {
    link.addEventListener("click", function () {
      var to = new URL(link.href);
      to.search = location.search;
      to.hash = location.hash;
      link.href = to.href;
    });
  }

  // 5. WeChat opens no downloads: it says so beside them, and nowhere else.

  function warn(words) {
    var links = document.querySelectorAll("article a[href]");
    var told = [];
    for (var i = 0; i < links.length; i++) {
      var block = links[i].closest("table, ul, ol, dl, p");
      if (!DOWNLOAD.test(links[i].pathname) || !block || told.indexOf(block) >= 0) continue;
      var note = document.createElement("p");
      note.className = "hb-wechat";
      note.textContent = words;
      block.parentNode.insertBefore(note, block);
      told.push(block);
    }
  }

  root.classList.replace("no-js", "js");
  dress(chosen());
  document.addEventListener("DOMContentLoaded", function () {
    var config = JSON.parse(document.getElementById("__config").textContent);
    colours(document.querySelector(".hb-scheme"));
    menu(document.querySelector(".hb-menu"));
    Array.prototype.forEach.call(document.querySelectorAll("[data-edition]"), cross);
    if (/MicroMessenger/i.test(navigator.userAgent)) warn(config.wechat);
    // 6. What every printed sheet says at its foot.
    root.style.setProperty("--hb-running", JSON.stringify(config.site + " · /" + config.page));
  });
})();
