"use strict";

// Finds actors by name or alias, with suggestions that the arrow keys walk through.
const search = (() => {
  const MOST = 8;
  const input = dom.byId("find");
  const list = dom.byId("suggestions");
  let found = [];
  let active = -1;

  // Letters without their marks, so that "Erdogan" finds "Erdoğan".
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

  const index = data.actors.map((actor) => ({ actor, names: [actor.name, ...actor.aliases].map((text) => ({ text, plain: plain(text) })) }));

  function rank(each, wanted) {
    const hits = each.names.map((name, at) => {
      const place = name.plain.indexOf(wanted);
      if (place < 0) return null;
      const start = place === 0 ? 0 : /\s|-/.test(name.plain[place - 1]) ? 1 : 2;
      return { score: start * 4 + (at ? 2 : 0) + (name.plain === wanted ? -1 : 0), name: name.text };
    });
    return hits.filter(Boolean).sort((a, b) => a.score - b.score)[0] || null;
  }

  function matches(text) {
    const wanted = plain(text);
    if (!wanted) return [];
    return index.map((each) => ({ actor: each.actor, hit: rank(each, wanted) })).filter((each) => each.hit)
      .sort((a, b) => a.hit.score - b.hit.score || a.actor.name.localeCompare(b.actor.name)).slice(0, MOST);
  }

  function option({ actor, hit }, at) {
    const also = hit.name === actor.name ? words.KINDS[actor.kind] : `also “${hit.name}”`;
    const item = dom.make("li", { id: `suggestion-${at}`, role: "option" },
      shapes.actor(actor.kind, theme.bloc(actor.bloc)), dom.make("span", {}, actor.name), dom.make("small", {}, also));
    // Before the input loses the focus, which would close the list.
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(at); });
    return item;
  }

  function open() {
    found = matches(input.value);
    active = found.length ? 0 : -1;
    const nothing = input.value.trim() && !found.length;
    list.replaceChildren(...(nothing ? [dom.make("li", { class: "nothing" }, "No actor of that name")] : found.map(option)));
    list.hidden = !input.value.trim();
    mark();
    if (input.value.trim()) dom.announce(found.length ? words.count(found.length, "suggestion") : "No actor of that name");
  }

  function mark() {
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0) input.setAttribute("aria-activedescendant", `suggestion-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    list.hidden = true;
    active = -1;
    mark();
  }

  function choose(at) {
    const actor = found[at] && found[at].actor;
    if (!actor) return;
    input.value = actor.name;
    close();
    // An actor outside the neighbourhood on show could not be seen.
    const outside = actor.node && !sieve.shown.actors.has(actor);
    state.change(outside ? { selected: { actor }, around: null, steps: 1 } : { selected: { actor } });
    dom.announce(`${actor.name} selected`);
  }

  function key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.blur();
      return close();
    }
    if (event.key === "Enter") return choose(Math.max(active, 0));
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || !found.length) return undefined;
    event.preventDefault();
    list.hidden = false;
    active = (active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
    return mark();
  }

  function start() {
    input.addEventListener("input", open);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", key);
  }

  return { start, focus: () => input.focus() };
})();
