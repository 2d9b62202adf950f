"use strict";

// Light or dark: as the system says, until the reader says otherwise.
const theme = (() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const dark = () => (state.now.theme || (system.matches ? "dark" : "light")) === "dark";
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const bloc = (number) => color(number < 0 ? "lone" : `bloc-${number % 8}`);
  const motion = (duration) => (calm.matches ? false : { duration, easingFunction: "easeInOutQuad" });

  function apply() {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    dom.byId("theme").textContent = dark() ? "Light" : "Dark";
    dom.byId("theme").setAttribute("aria-label", dark() ? "Switch to light colours" : "Switch to dark colours");
  }

  const flip = () => state.change({ theme: dark() ? "light" : "dark" });

  function start() {
    apply();
    dom.byId("theme").addEventListener("click", flip);
    system.addEventListener("change", () => state.change({ theme: state.now.theme }));
  }

  return { start, apply, color, bloc, motion };
})();
