// Names stay readable at any zoom: never under eleven pixels, and where there is no room the weaker actor's gives way.
export const labels = (() => {
  const NORMAL = 14;
  const SMALLEST = 11;
  const LINE = 1.22;
  const SPECK = 4;
  const MOST = 160;
  const pen = document.createElement("canvas").getContext("2d");
  const widths = new Map();

  // Width of a label per pixel of its size.
  function width(text) {
    if (!widths.has(text)) {
      pen.font = "100px Arial, Helvetica, sans-serif";
      widths.set(text, Math.max(...text.split("\n").map((line) => pen.measureText(line).width)) / 100);
    }
    return widths.get(text);
  }

  function box(node, spot, size) {
    const half = (width(node.label) * size) / 2 + 2;
    const top = spot.y + node.size + 2;
    const bottom = top + node.label.split("\n").length * size * LINE;
    return { id: node.id, left: spot.x - half, right: spot.x + half, top, bottom };
  }

  const sign = (node, spot) => ({
    id: node.id,
    left: spot.x - node.size,
    right: spot.x + node.size,
    top: spot.y - node.size,
    bottom: spot.y + node.size,
  });

  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // Boxes by the cells of a net that they touch, so that each is compared with its neighbours only.
  function net(cell) {
    const cells = new Map();
    function* touched({ left, right, top, bottom }) {
      for (let x = Math.floor(left / cell); x <= right / cell; x += 1) {
        for (let y = Math.floor(top / cell); y <= bottom / cell; y += 1) yield `${x} ${y}`;
      }
    }
    function add(each) {
      for (const name of touched(each)) {
        if (!cells.has(name)) cells.set(name, []);
        cells.get(name).push(each);
      }
    }
    function free(mine) {
      for (const name of touched(mine)) {
        if ((cells.get(name) || []).some((each) => each.id !== mine.id && meet(each, mine))) return false;
      }
      return true;
    }
    return { add, free };
  }

  // The size of each label in the drawing's units, 0 for those that give way. `nodes` come in order of importance; the
  // signs of those that are `faint`, or mere specks from afar, may lie under a label. No more than 160 names at once: nobody reads them.
  function sizes(nodes, spots, scale, faint) {
    const legible = size(scale);
    if (legible === NORMAL) return new Map(nodes.map((node) => [node.id, NORMAL]));
    const taken = net(8 * legible);
    const small = (node) => node.size * scale < SPECK;
    for (const node of nodes) if (!faint(node) && !small(node)) taken.add(sign(node, spots.get(node.id)));
    const found = new Map();
    let left = MOST;
    for (const node of nodes) {
      const mine = box(node, spots.get(node.id), legible);
      const free = left > 0 && taken.free(mine);
      if (free) {
        taken.add(mine);
        left -= 1;
      }
      found.set(node.id, free ? legible : 0);
    }
    return found;
  }

  // How far an actor with a label of this size reaches to each side, and down.
  const half = (node, size = NORMAL) => Math.max(node.size, (width(node.label) * size) / 2 + 2);
  const below = (node, size = NORMAL) => node.size + 2 + node.label.split("\n").length * size * LINE;

  // The size of labels in the drawing's units, so that they are legible at this scale.
  const size = (scale) => Math.max(NORMAL, SMALLEST / scale);

  return { sizes, size, half, below, LINE };
})();
