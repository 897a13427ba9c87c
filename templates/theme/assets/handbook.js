// Marks the lines of an address such as #L12-L18 on the page of a capture. Without this script, #L12 and the anchors of
// measures still work: they are plain anchors, coloured by the stylesheet.
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
