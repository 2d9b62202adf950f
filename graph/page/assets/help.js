import { dom } from "./dom.js";

// What the keys do, on a sheet of its own.
export const help = (() => {
  const KEYS = [
    ["/", "Find an actor or a sentence"],
    ["← ↑ ↓ →", "To the next actor in that direction (in the drawing)"],
    [". ,", "To the next or the last tie of that actor"],
    ["Enter", "To what is said about it"],
    ["e", "Draw all that is tied to that actor"],
    ["+ − 0", "Nearer, farther, everything"],
    ["Shift ← ↑ ↓ →", "Move the drawing"],
    ["Esc", "Close what lies on top"],
    ["?", "This list"],
  ];

  const sheet = dom.byId("help");

  function open() {
    if (!sheet.open) sheet.showModal();
  }

  function start() {
    const rows = KEYS.map(([keys, does]) => [dom.make("dt", {}, dom.make("kbd", {}, keys)), dom.make("dd", {}, does)]);
    sheet.append(
      dom.make("h2", {}, "Keys"),
      dom.make("dl", {}, ...rows.flat()),
      dom.make(
        "p",
        { class: "quiet" },
        "With a mouse or a finger: click a line to read its sentences, an actor for all its ties; twice for its neighbours. Drag to move, roll to zoom.",
      ),
      dom.button("Close", () => sheet.close()),
    );
    dom.byId("keys").addEventListener("click", open);
  }

  return { start, open };
})();
