import { data } from "./data.js";
import { dom } from "./dom.js";
import { state } from "./state.js";
import { words } from "./words.js";

// Light or dark: as the system says, until the reader says otherwise.
export const theme = (() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const known = new Map();

  const dark = () => (state.now.theme || (system.matches ? "dark" : "light")) === "dark";

  function color(name) {
    if (!known.has(name))
      known.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return known.get(name);
  }

  // The name of the colour that an actor has: by its kind, or by its bloc where that is one of the eight strongest.
  function hue(actor) {
    if (state.now.colour === "kind") return `bloc-${Object.keys(words.KINDS).indexOf(actor.kind)}`;
    return data.hue.has(actor.bloc) ? `bloc-${data.hue.get(actor.bloc)}` : "lone";
  }

  const of = (actor) => color(hue(actor));
  const motion = (duration) => (calm.matches ? false : { duration, easingFunction: "easeInOutQuad" });

  function apply() {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    known.clear();
    dom.byId("theme").textContent = dark() ? "Light" : "Dark";
    dom
      .byId("theme")
      .setAttribute("aria-label", dark() ? "Light: switch to light colours" : "Dark: switch to dark colours");
  }

  const flip = () => state.change({ theme: dark() ? "light" : "dark" });

  function start() {
    apply();
    dom.byId("theme").addEventListener("click", flip);
    system.addEventListener("change", () => state.change({ theme: state.now.theme }));
  }

  return { start, apply, color, hue, of, motion };
})();
