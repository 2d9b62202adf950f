import { data } from "./data.js";
import { dom } from "./dom.js";
import { words } from "./words.js";

// Below the drawing: what to do next, and how many names the screen has no room for.
export const hint = (() => {
  const WAY = "Click a line to read the sentences behind it, an actor to see all its ties.";
  const NOTHING = "There is nothing to draw yet: no claim names two actors.";
  let said = "";

  function unnamed(many) {
    const away = many
      ? `${words.count(many, "name")} without room: zoom in to read ${many === 1 ? "it" : "them"}.`
      : "";
    const text = data.lines.length ? away || WAY : NOTHING;
    if (text !== said) dom.byId("hint").textContent = text;
    said = text;
  }

  return { unnamed };
})();
