import { dom } from "./dom.js";
import { words } from "./words.js";

// A box to type in with suggestions that the arrow keys walk through: a combobox as screen readers know it.
export const finder = (() => {
  // `suggest` answers a text with things to choose from, each with the `parts` that show it and what it does (`act`).
  function make(input, list, suggest) {
    let found = [];
    let active = -1;

    function option({ parts }, at) {
      const item = dom.make("li", { id: `${list.id}-${at}`, role: "option" }, ...parts);
      // Before the input loses the focus, which would close the list.
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        choose(at);
      });
      return item;
    }

    const none = () =>
      dom.make("li", { class: "nothing", role: "option", "aria-disabled": "true" }, "Nothing of that name");

    function open() {
      const typed = input.value.trim();
      found = typed ? suggest(typed) : [];
      active = found.length ? 0 : -1;
      list.replaceChildren(...(typed && !found.length ? [none()] : found.map(option)));
      list.hidden = !typed;
      mark();
      if (typed) dom.announce(found.length ? words.count(found.length, "suggestion") : "Nothing of that name");
    }

    function mark() {
      [...list.children].forEach((item, at) => {
        item.setAttribute("aria-selected", String(at === active));
      });
      input.setAttribute("aria-expanded", String(!list.hidden));
      if (active >= 0) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
      else input.removeAttribute("aria-activedescendant");
    }

    function close() {
      list.hidden = true;
      active = -1;
      mark();
    }

    function choose(at) {
      const chosen = found[at];
      if (!chosen) return;
      input.value = chosen.name;
      close();
      chosen.act();
    }

    function key(event) {
      if (event.key === "Escape") {
        event.stopPropagation();
        if (list.hidden) input.blur();
        close();
      } else if (event.key === "Enter") {
        choose(Math.max(active, 0));
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
        event.preventDefault();
        list.hidden = false;
        active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
        mark();
      }
    }

    input.addEventListener("input", open);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", key);
  }

  const ATTRIBUTES = {
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
  };

  // Input and list, for where the page has none yet.
  function box(id, label, suggest) {
    const list = dom.make("ul", {
      id: `${id}-list`,
      class: "suggestions",
      role: "listbox",
      "aria-label": "Suggestions",
      hidden: true,
    });
    const input = dom.make("input", {
      id,
      ...ATTRIBUTES,
      "aria-label": label,
      placeholder: label,
      "aria-controls": list.id,
    });
    make(input, list, suggest);
    return dom.make("div", { class: "finder" }, input, list);
  }

  return { make, box };
})();
