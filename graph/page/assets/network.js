"use strict";

// The drawing itself. Positions come with the file, are fitted to the screen once, and never change; filters and
// selections only change what is seen.
const drawing = (() => {
  const GAP = 19;
  const WORDS_ON_LINES = 40;
  const MARGIN = 28;
  const HINT = 58;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const seenNodes = new vis.DataView(nodes, { filter: (node) => sieve.shown.actors.has(data.actors[node.actor]) });
  const seenEdges = new vis.DataView(edges, { filter: (edge) => sieve.shown.lines.has(data.line.get(edge.id)) });
  let network = null;
  let sizes = new Map();

  // Parallel lines lie the same number of pixels apart, however long they are. vis bends by an angle; this inverts it.
  function bend(offset, length) {
    let low = 0;
    let high = 1;
    for (let round = 0; round < 20; round += 1) {
      const middle = (low + high) / 2;
      if (0.25 * (1 + middle) * Math.sin((Math.PI * middle) / 2) * length < offset) low = middle;
      else high = middle;
    }
    return low;
  }

  function curve(edge, spots) {
    if (!edge.slot) return false;
    const from = spots.get(edge.from);
    const to = spots.get(edge.to);
    const roundness = bend(Math.abs(edge.slot) * GAP, Math.hypot(from.x - to.x, from.y - to.y));
    return { enabled: true, type: edge.slot > 0 ? "curvedCW" : "curvedCCW", roundness };
  }

  function load(stage) {
    const tall = stage.clientHeight > 1.1 * stage.clientWidth;
    const drawn = new Map(data.nodes.map((node) => [node.id, tall ? { x: node.tall[0], y: node.tall[1] } : { x: node.x, y: node.y }]));
    const room = { width: stage.clientWidth - 2 * MARGIN, height: stage.clientHeight - MARGIN - HINT };
    const spots = spread.over(data.nodes, drawn, room);
    nodes.add(data.nodes.map((node) => ({ ...node, ...spots.get(node.id) })));
    edges.add(data.edges.map((edge) => ({ ...edge, smooth: curve(edge, spots) })));
  }

  // Which actors and lines a selection is about; null where nothing is selected.
  function subject() {
    const chosen = state.now.selected;
    if (!chosen) return null;
    const lines = [...sieve.shown.lines.keys()].filter((line) => about(chosen, line));
    const actors = new Set(lines.flatMap((line) => [line.source, line.target]));
    if (chosen.actor) actors.add(chosen.actor);
    if (chosen.bloc !== undefined) for (const number of data.blocs[chosen.bloc]) actors.add(data.actors[number]);
    return { lines: new Set(lines), actors };
  }

  function about(chosen, line) {
    if (chosen.line) return line === chosen.line;
    if (chosen.actor) return line.source === chosen.actor || line.target === chosen.actor;
    return line.source.bloc === chosen.bloc && line.target.bloc === chosen.bloc;
  }

  function nodeStyle(node, focus, tied) {
    const actor = data.actors[node.actor];
    const faint = focus ? !focus.actors.has(actor) : !tied.has(actor);
    const color = theme.bloc(actor.bloc);
    const selected = state.now.selected && state.now.selected.actor === actor;
    const hollow = actor.kind === "company";
    return {
      id: node.id,
      title: `${actor.name}\n${words.KINDS[actor.kind]}`,
      opacity: faint ? (focus ? 0.2 : 0.45) : 1,
      borderWidth: selected ? 4 : hollow ? 2.5 : 1.5,
      color: { background: hollow ? theme.color("paper") : color, border: selected ? theme.color("ink") : hollow ? color : theme.color("paper") },
      shapeProperties: { borderDashes: hollow ? [5, 3] : false },
      font: {
        size: sizes.get(node.id) ?? 14,
        color: theme.color(faint ? (focus ? "faint" : "quiet") : "ink"),
        strokeColor: theme.color("paper"),
      },
    };
  }

  function edgeStyle(line, focus, few) {
    const faint = focus && !focus.lines.has(line);
    const worded = !faint && (few || (focus && focus.lines.size <= WORDS_ON_LINES));
    const selected = state.now.selected && state.now.selected.line === line;
    return {
      id: line.id,
      title: tip(line),
      label: data.phrase(line),
      width: line.edge.width + (selected ? 2 : 0),
      arrows: { to: { enabled: !line.relation.symmetric, type: line.tie ? "arrow" : "vee" } },
      color: { color: theme.color(line.relation.group), opacity: faint ? 0.13 : 1, inherit: false },
      font: { size: worded ? 13 : 0, color: theme.color("ink"), strokeColor: theme.color("paper") },
    };
  }

  function tip(line) {
    const sentences = words.count((sieve.shown.lines.get(line) || line.claims).length, "sentence");
    return `${line.source.name} ${data.phrase(line)} ${line.target.name}\n${sentences}: click to read`;
  }

  function paint() {
    const focus = subject();
    const shown = [...sieve.shown.lines.keys()];
    const tied = new Set(shown.flatMap((line) => [line.source, line.target]));
    resize(focus);
    nodes.update(data.nodes.map((node) => nodeStyle(node, focus, tied)));
    edges.update(data.lines.map((line) => edgeStyle(line, focus, shown.length <= WORDS_ON_LINES)));
  }

  function refresh() {
    paint();
    seenNodes.refresh();
    seenEdges.refresh();
  }

  // Sizes of the labels at this zoom; what is selected comes first, then actors in many claims.
  function resize(focus) {
    const faint = (node) => Boolean(focus) && !focus.actors.has(data.actors[node.actor]);
    const rank = (node) => (faint(node) ? 0 : 1000) + node.size;
    const seen = seenNodes.get().sort((a, b) => rank(b) - rank(a));
    sizes = labels.sizes(seen, network.getPositions(), network.getScale(), faint);
  }

  function relabel() {
    const before = sizes;
    resize(subject());
    const changed = [...sizes].filter(([id, size]) => before.get(id) !== size);
    if (changed.length) nodes.update(changed.map(([id, size]) => ({ id, font: { ...nodes.get(id).font, size } })));
  }

  // The part of the stage that neither the panel nor the bar above it covers.
  function sight() {
    const stage = dom.byId("network").getBoundingClientRect();
    const panel = dom.byId("panel");
    const over = panel.hidden ? null : panel.getBoundingClientRect();
    const beside = over && over.top <= stage.top + 1;
    return {
      left: MARGIN, top: MARGIN,
      right: (beside ? Math.min(stage.width, over.left - stage.left) : stage.width) - MARGIN,
      bottom: over && !beside ? Math.min(stage.height, over.top - stage.top) - MARGIN : stage.height - HINT,
    };
  }

  function extent(ids) {
    const boxes = ids.map((id) => network.getBoundingBox(id));
    return {
      left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)),
    };
  }

  // Moves the view, never the actors, so that these are all in sight.
  function show(ids, animated = true, largest = 1) {
    if (!ids.length) return;
    const room = sight();
    const box = extent(ids);
    const scale = Math.min(largest, (room.right - room.left) / (box.right - box.left), (room.bottom - room.top) / (box.bottom - box.top));
    const canvas = dom.byId("network");
    network.moveTo({
      position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 },
      offset: { x: (room.left + room.right - canvas.clientWidth) / 2, y: (room.top + room.bottom - canvas.clientHeight) / 2 },
      scale: Math.max(scale, 0.02),
      animation: animated ? theme.motion(260) : false,
    });
    if (!animated || !theme.motion(260)) relabel();
  }

  // What the selection is about; of a very busy actor only itself.
  function subjects() {
    const focus = subject();
    if (!focus) return [];
    const actors = focus.actors.size <= WORDS_ON_LINES || !state.now.selected.actor ? [...focus.actors] : [state.now.selected.actor];
    const line = state.now.selected.line;
    return [...actors, ...(line ? [line.source, line.target] : [])].map((actor) => actor.node).filter(Boolean);
  }

  const everything = (animated = true) => show(seenNodes.getIds(), animated);

  // How far to push so that what reaches from `low` to `high` lies between two bounds; null where it cannot.
  function push(low, high, first, last) {
    if (high - low > last - first) return null;
    return Math.max(first - low, 0) + Math.min(last - high, 0);
  }

  // The least move of the view by which the selection is in sight; only where it does not fit, a smaller scale.
  function reveal() {
    const seen = subjects().filter((id) => seenNodes.get(id));
    if (!seen.length) return;
    const room = sight();
    const box = extent(seen);
    const low = network.canvasToDOM({ x: box.left, y: box.top });
    const high = network.canvasToDOM({ x: box.right, y: box.bottom });
    const right = push(low.x, high.x, room.left, room.right);
    const down = push(low.y, high.y, room.top, room.bottom);
    if (right === null || down === null) return show(seen, true, network.getScale());
    if (right || down) network.moveTo({ offset: { x: right, y: down }, position: network.getViewPosition(), animation: theme.motion(260) });
  }

  // A finger, or an unsteady hand, need not hit the line itself.
  function at(point) {
    for (const reach of [0, 5, 9]) {
      for (let turn = 0; turn < (reach ? 8 : 1); turn += 1) {
        const near = { x: point.x + reach * Math.cos((turn * Math.PI) / 4), y: point.y + reach * Math.sin((turn * Math.PI) / 4) };
        const node = network.getNodeAt(near);
        if (node !== undefined) return { actor: data.actors[nodes.get(node).actor] };
        const edge = network.getEdgeAt(near);
        if (edge !== undefined) return { line: data.line.get(edge) };
      }
    }
    return null;
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: theme.motion(120) });
  }

  function wire(stage) {
    network.on("click", (event) => state.change({ selected: at(event.pointer.DOM) }));
    network.on("zoom", relabel);
    network.on("animationFinished", relabel);
    network.on("resize", () => requestAnimationFrame(relabel));
    for (const name of ["Node", "Edge"]) {
      network.on(`hover${name}`, () => stage.style.setProperty("cursor", "pointer"));
      network.on(`blur${name}`, () => stage.style.setProperty("cursor", "default"));
    }
    dom.byId("zoom-in").addEventListener("click", () => zoom(1.35));
    dom.byId("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
    dom.byId("zoom-fit").addEventListener("click", () => everything());
  }

  function start() {
    const stage = dom.byId("network");
    load(stage);
    network = new vis.Network(stage, { nodes: seenNodes, edges: seenEdges }, data.options);
    drawing.network = network;
    refresh();
    everything(false);
    wire(stage);
  }

  return { start, refresh, paint, everything, reveal, at, nodes, edges, seenNodes, seenEdges, network };
})();
