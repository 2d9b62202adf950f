import { dom } from "./dom.js";
import { theme } from "./theme.js";

// The signs of the legend, drawn as the canvas draws them: a shape for each kind of actor, a stroke for each line.
export const shapes = (() => {
  const POINTS = {
    organization: "2,2 14,2 14,14 2,14",
    company: "2,2 14,2 14,14 2,14",
    armed_group: "8,1.5 15,14 1,14",
    outlet: "8,14.5 15,2 1,2",
    person: "8,0.5 14,8 8,15.5 2,8",
    agency: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8",
    people: "8,0.5 10.2,5.6 15.6,6 11.5,9.6 12.8,15 8,12 3.2,15 4.5,9.6 0.4,6 5.8,5.6",
  };
  const DASHES = { conflict: "6 4", standing: "7 3 1.5 3", ghost: "1 4" };

  function sign(kind) {
    const hollow = kind === "company";
    const paint = {
      fill: hollow ? "none" : "currentColor",
      stroke: "currentColor",
      "stroke-width": 1.5,
      "stroke-dasharray": hollow ? "3 2" : null,
    };
    const circle = { cx: 8, cy: 8, r: 6.5 };
    const shape = POINTS[kind]
      ? dom.draw("polygon", { points: POINTS[kind], ...paint })
      : dom.draw("circle", { ...circle, ...paint });
    return dom.draw("svg", { viewBox: "0 0 16 16", class: "shape", "aria-hidden": "true" }, shape);
  }

  function actor(each) {
    const drawn = sign(each.kind);
    drawn.style.setProperty("color", `var(--${theme.hue(each)})`);
    return drawn;
  }

  function stroke(group, ghost = false) {
    const line = dom.draw("line", {
      x1: 1,
      x2: 27,
      y1: 5,
      y2: 5,
      stroke: `var(--${group})`,
      "stroke-width": ghost ? 1.6 : 2.4,
      "stroke-dasharray": DASHES[ghost ? "ghost" : group],
    });
    return dom.draw("svg", { viewBox: "0 0 28 10", class: "stroke", "aria-hidden": "true" }, line);
  }

  return { POINTS, sign, actor, stroke };
})();
