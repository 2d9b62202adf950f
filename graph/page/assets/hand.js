import { camera } from "./camera.js";
import { dom } from "./dom.js";
import { drawing } from "./network.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";
import { voice } from "./voice.js";
import { words } from "./words.js";

// Mouse, finger and keyboard on the drawing: whatever one of them can do, the others can.
export const hand = (() => {
  const AHEAD = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const PAN = 80;
  const TWICE = 450;
  // Whose ties the keys walk through.
  let anchor = null;
  let clicked = { found: null, when: Number.NEGATIVE_INFINITY };

  const spot = (actor) => drawing.network.getPosition(actor.node);

  function say({ actor, line }) {
    if (line) {
      dom.announce(
        `${line.source.name} ${voice.phrase(line)} ${line.target.name}, ${words.count(sieve.of(line).length, "sentence")}`,
      );
    } else if (actor) {
      const ties = actor.lines.filter((each) => sieve.shown.lines.has(each)).length;
      dom.announce(`${actor.name}, ${words.KINDS[actor.kind]}, ${words.count(ties, "tie")}`);
    }
  }

  function select(selected) {
    if (selected?.actor) anchor = selected.actor;
    state.change({ selected });
    if (selected) say(selected);
  }

  // The nearest actor in that direction from where the reader is; what lies aside counts double.
  function next([right, down]) {
    const chosen = state.now.selected?.actor || (state.now.selected?.line && anchor);
    const from = chosen && sieve.shown.actors.has(chosen) ? spot(chosen) : drawing.network.getViewPosition();
    let best = null;
    for (const actor of sieve.shown.actors) {
      if (actor === chosen) continue;
      const [x, y] = [spot(actor).x - from.x, spot(actor).y - from.y];
      const along = x * right + y * down;
      const cost = along + 2 * Math.abs(x * down - y * right);
      if (along > 0 && (!best || cost < best.cost)) best = { actor, cost };
    }
    if (best) select({ actor: best.actor });
  }

  // The next or the last tie of the actor that was selected.
  function walk(step) {
    const { selected } = state.now;
    if (selected?.actor) anchor = selected.actor;
    const actor = anchor;
    const lines = actor ? actor.lines.filter((line) => sieve.shown.lines.has(line)) : [];
    if (!lines.length) return;
    const at = selected?.line ? lines.indexOf(selected.line) : -1;
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length;
    select({ line: lines[to] });
  }

  function expand(actor) {
    const also = new Set([...state.now.also, actor, ...sieve.hidden(actor)]);
    state.change({ also });
  }

  // The first click may move the view, so the second of a double click means what the first one hit.
  function click({ event, pointer }) {
    if (event.timeStamp - clicked.when < TWICE) {
      twice(clicked.found);
    } else {
      clicked = { found: drawing.at(pointer.DOM), when: event.timeStamp };
      select(clicked.found);
    }
  }

  function twice(found) {
    if (!found?.actor) return;
    select({ actor: found.actor });
    expand(found.actor);
  }

  const KEYS = {
    Enter: () => dom.byId("panel").focus(),
    "+": () => camera.zoom(1.35),
    "=": () => camera.zoom(1.35),
    "-": () => camera.zoom(1 / 1.35),
    0: () => drawing.everything(),
    ".": () => walk(1),
    ",": () => walk(-1),
    e: () => state.now.selected?.actor && expand(state.now.selected.actor),
  };

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = AHEAD[event.key];
    if (way && event.shiftKey) camera.pan(-PAN * way[0], -PAN * way[1]);
    else if (way) next(way);
    else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
    else return;
    event.preventDefault();
  }

  function start() {
    const stage = dom.byId("network");
    const { network } = drawing;
    network.on("click", click);
    network.on("doubleClick", ({ pointer }) => twice(drawing.at(pointer.DOM)));
    for (const name of ["Node", "Edge"]) {
      network.on(`hover${name}`, () => stage.style.setProperty("cursor", "pointer"));
      network.on(`blur${name}`, () => stage.style.setProperty("cursor", "default"));
    }
    stage.addEventListener("keydown", key);
    dom.byId("zoom-in").addEventListener("click", () => camera.zoom(1.35));
    dom.byId("zoom-out").addEventListener("click", () => camera.zoom(1 / 1.35));
    dom.byId("zoom-fit").addEventListener("click", () => drawing.everything());
  }

  return { start, expand };
})();
