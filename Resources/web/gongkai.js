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
