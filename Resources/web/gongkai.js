// Offers titles while somebody types into a search field. Every page works without it.
// The pattern is that of an editable combobox with a list: ARIA Authoring Practices, "Combobox".
"use strict";
(function () {
  var pause = 150;
  var serial = 0;

  function begin(field) {
    var address = field.getAttribute("data-suggest");
    var id = "suggest-" + (++serial);
    var holder = field.parentNode;
    var list = document.createElement("ul");
    var status = document.createElement("p");
    var timer = 0;
    var asked = 0;
    var active = -1;

    list.id = id;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", document.documentElement.lang === "en" ? "Titles" : "标题");
    list.setAttribute("lang", "zh-CN");
    holder.appendChild(list);
    status.className = "unseen";
    status.setAttribute("role", "status");
    holder.appendChild(status);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", id);
    field.setAttribute("autocomplete", "off");

    function options() { return list.children; }

    function close() {
      list.hidden = true;
      list.textContent = "";
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function choose(index) {
      var all = options();
      if (active >= 0 && all[active]) { all[active].setAttribute("aria-selected", "false"); }
      active = index;
      if (active < 0 || !all[active]) {
        active = -1;
        field.removeAttribute("aria-activedescendant");
        return;
      }
      all[active].setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }

    function show(titles) {
      close();
      titles.forEach(function (title, index) {
        var option = document.createElement("li");
        var name = document.createElement("b");
        var office = document.createElement("span");
        option.id = id + "-" + index;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.setAttribute("data-url", title.url);
        name.textContent = title.title;
        office.textContent = title.agency;
        option.appendChild(name);
        option.appendChild(office);
        list.appendChild(option);
      });
      var isEnglish = document.documentElement.lang === "en";
      status.textContent = titles.length === 0 ? ""
        : isEnglish ? titles.length + " titles; use the arrow keys" : "有" + titles.length + "条标题，可用上下方向键选择";
      if (titles.length > 0) {
        list.hidden = false;
        field.setAttribute("aria-expanded", "true");
      }
    }

    function ask() {
      var typed = field.value.trim();
      var number = ++asked;
      if (typed.length < 2) { close(); return; }
      fetch(address + "?q=" + encodeURIComponent(typed), { headers: { Accept: "application/json" } })
        .then(function (answer) { return answer.ok ? answer.json() : { titles: [] }; })
        .then(function (found) { if (number === asked && document.activeElement === field) { show(found.titles); } })
        .catch(function () { close(); });
    }

    function go(option) {
      var url = option.getAttribute("data-url");
      // Only addresses of this site are followed.
      if (url && url.charAt(0) === "/" && url.charAt(1) !== "/") { window.location.assign(url); }
    }

    field.addEventListener("input", function (event) {
      if (event.isComposing) { return; }
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, pause);
    });
    field.addEventListener("compositionend", function () {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, pause);
    });
    field.addEventListener("keydown", function (event) {
      if (event.isComposing || list.hidden) { return; }
      var count = options().length;
      if (event.key === "ArrowDown") { choose(active + 1 < count ? active + 1 : 0); event.preventDefault(); }
      else if (event.key === "ArrowUp") { choose(active > 0 ? active - 1 : count - 1); event.preventDefault(); }
      else if (event.key === "Escape") { close(); event.preventDefault(); }
      else if (event.key === "Enter" && active >= 0) { event.preventDefault(); go(options()[active]); }
    });
    field.addEventListener("blur", function () { window.setTimeout(close, pause); });
    list.addEventListener("mousedown", function (event) {
      var option = event.target.closest("li");
      event.preventDefault();
      if (option) { go(option); }
    });
  }

  // The view for elders stays as it is while one types: nothing opens over the button below.
  if (document.documentElement.getAttribute("data-view") === "elder") { return; }
  Array.prototype.forEach.call(document.querySelectorAll("input[data-suggest]"), begin);
})();

// Says, while somebody describes what to ask for, what is published already. Without a script it comes as a step of its own.
(function () {
  var field = document.querySelector("textarea[data-offers]");
  if (!field || !field.form || !window.fetch || !window.URLSearchParams) { return; }
  var isEnglish = document.documentElement.lang === "en";
  var pause = 700;
  var least = 4;
  var most = 1000;
  var timer = 0;
  var asked = 0;
  var last = "";
  var box = field.parentNode.querySelector(".offers");
  var head = document.createElement("p");
  var list = document.createElement("ul");
  var status = document.createElement("p");
  head.textContent = isEnglish ? "Published already; opens beside this form:" : "下面的信息已经公开，可以直接查看（在新窗口打开，不影响填写）：";
  list.setAttribute("lang", "zh-CN");
  box.appendChild(head);
  box.appendChild(list);
  status.className = "unseen";
  status.setAttribute("role", "status");
  field.parentNode.appendChild(status);

  function show(titles) {
    list.textContent = "";
    titles.forEach(function (title) {
      // Only addresses of this site are offered.
      if (title.url.charAt(0) !== "/" || title.url.charAt(1) === "/") { return; }
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = title.url;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = title.title;
      item.appendChild(link);
      list.appendChild(item);
    });
    box.hidden = list.children.length === 0;
    status.textContent = box.hidden ? ""
      : isEnglish ? list.children.length + " published already, below" : "下面有" + list.children.length + "条已经公开的相近信息";
  }

  function ask() {
    var typed = field.value.trim().slice(0, most);
    var number = ++asked;
    if (typed === last) { return; }
    last = typed;
    if (typed.length < least) { show([]); return; }
    var sent = new window.URLSearchParams();
    ["csrf", "agency"].forEach(function (name) {
      var known = field.form.querySelector("input[name=" + name + "]");
      if (known) { sent.append(name, known.value); }
    });
    sent.append("matter", typed);
    fetch(field.getAttribute("data-offers"), { method: "POST", body: sent, headers: { Accept: "application/json" } })
      .then(function (answer) { return answer.ok ? answer.json() : { titles: [] }; })
      .then(function (found) { if (number === asked) { show(found.titles); } })
      .catch(function () { show([]); });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  }
  field.addEventListener("input", function (event) { if (!event.isComposing) { later(); } });
  field.addEventListener("compositionend", later);
  if (field.value.trim() !== "") { later(); }
})();

// Works out the proof that spares an applicant a wait: a number whose SHA-256 together with the stamp of the form begins
// with so many zero bits. Where the browser cannot (no secure connection, no script), the form says how long to wait.
(function () {
  var form = document.querySelector("form[data-proof]");
  if (!form || !document.querySelector(".verdict p") || !window.crypto || !window.crypto.subtle || !window.TextEncoder) { return; }
  var stamp = form.getAttribute("data-proof");
  var bits = parseInt(form.getAttribute("data-bits"), 10);
  var field = form.querySelector("input[name=proof_of_work]");
  // The sentence that says how long to wait; it is told aloud when it changes.
  var said = document.querySelector(".verdict p");
  var wait = said.textContent;
  var encoder = new TextEncoder();
  var together = 64;

  function isProof(digest) {
    var left = bits;
    for (var place = 0; left > 0; place += 1) {
      if (left < 8) { return digest[place] >> (8 - left) === 0; }
      if (digest[place] !== 0) { return false; }
      left -= 8;
    }
    return true;
  }

  function look(from) {
    var tries = [];
    for (var number = from; number < from + together; number += 1) {
      tries.push(window.crypto.subtle.digest("SHA-256", encoder.encode(stamp + "." + number)));
    }
    Promise.all(tries).then(function (digests) {
      for (var place = 0; place < digests.length; place += 1) {
        if (isProof(new Uint8Array(digests[place]))) {
          field.value = String(from + place);
          said.textContent = form.getAttribute("data-done");
          return;
        }
      }
      look(from + together);
    }).catch(function () { said.textContent = wait; });
  }

  said.textContent = form.getAttribute("data-busy");
  look(0);
})();

// Shows the fields of the type of applicant that is chosen, at once. Without a script a button does it. What was written into
// fields that are not shown stays in them, and comes back with them.
(function () {
  var shown = document.querySelector("div[data-fields]");
  var spare = document.querySelector("template[data-fields]");
  var name = document.querySelector("label[for=name]");
  if (!shown || !spare || !spare.content || !name) { return; }
  var choices = Array.prototype.slice.call(document.querySelectorAll("input[name=applicant_type]"));
  var other = document.createElement("div");
  var groups = {};
  var status = document.createElement("p");
  var isEnglish = document.documentElement.lang === "en";
  ["data-fields", "data-name", "data-autocomplete"].forEach(function (key) {
    other.setAttribute(key, spare.getAttribute(key));
  });
  other.appendChild(document.importNode(spare.content, true));
  // The two groups are never on the page together, so the fields of both bear their own names.
  ["id", "for", "aria-describedby"].forEach(function (key) {
    Array.prototype.forEach.call(other.querySelectorAll("[" + key + "]"), function (part) {
      part.setAttribute(key, part.getAttribute(key).replace(/-spare(?=-|\s|$)/g, ""));
    });
  });
  [shown, other].forEach(function (group) { groups[group.getAttribute("data-fields")] = group; });
  status.className = "unseen";
  status.setAttribute("role", "status");
  shown.parentNode.insertBefore(status, shown);

  function follow() {
    var chosen = choices.filter(function (choice) { return choice.checked; })[0];
    var group = chosen && (groups[chosen.value] || groups.organization);
    if (!group || group === shown) { return; }
    shown.parentNode.replaceChild(group, shown);
    shown = group;
    name.textContent = group.getAttribute("data-name");
    document.getElementById("name").setAttribute("autocomplete", group.getAttribute("data-autocomplete"));
    status.textContent = (isEnglish ? "The fields below have changed: " : "下面要填的项目已经更换：")
      + Array.prototype.map.call(group.querySelectorAll("label"), function (label) { return label.textContent; })
        .join(isEnglish ? ", " : "、");
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-without-script]"), function (part) { part.hidden = true; });
  choices.forEach(function (choice) { choice.addEventListener("change", follow); });
  // A browser may bring back what was chosen before.
  window.addEventListener("pageshow", follow);
  follow();
})();

// Whoever writes of an agent has one: the answer before the fields says so too.
(function () {
  var yes = document.querySelector("input[name=agent][value=yes]");
  if (!yes) { return; }
  Array.prototype.forEach.call(document.querySelectorAll("input[name^=agent_]"), function (field) {
    field.addEventListener("input", function () { if (field.value.trim() !== "") { yes.checked = true; } });
  });
})();
