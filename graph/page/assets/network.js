import { camera } from "./camera.js";
import { data } from "./data.js";
import { dom } from "./dom.js";
import { hint } from "./hint.js";
import { labels } from "./labels.js";
import { look } from "./look.js";
import { places } from "./places.js";
import { sieve } from "./sieve.js";
import { state } from "./state.js";

// The drawing itself. Positions come with the file, are fitted to the screen once, and never change; filters and
// selections only change what is seen.
export const drawing = (() => {
  const MANY = 400;
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const seenNodes = new vis.DataView(nodes, { filter: (node) => sieve.shown.actors.has(data.actorOf(node.id)) });
  const seenEdges = new vis.DataView(edges, { filter: (edge) => sieve.shown.lines.has(data.line.get(edge.id)) });
  const painted = new Map();
  let network = null;
  let spots = new Map();
  let sizes = new Map();

  function load(stage) {
    spots = places.on(stage);
    nodes.add(data.nodes.map((each) => ({ ...each, ...spots.get(each.id) })));
    edges.add(data.edges.map((edge) => ({ ...edge, smooth: places.curve(edge, spots) })));
  }

  // Another screen, before the reader has chosen a view: the first sight is made anew.
  function reload(stage) {
    spots = places.on(stage);
    nodes.update([...spots].map(([id, spot]) => ({ id, ...spot })));
    edges.update(data.edges.map((edge) => ({ id: edge.id, smooth: places.curve(edge, spots) })));
    relabel();
    everything(false);
  }

  // Only what looks otherwise than before: setting a look costs more than finding it.
  function fresh(looks) {
    return looks.filter((each) => {
      const text = JSON.stringify(each);
      if (painted.get(each.id) === text) return false;
      painted.set(each.id, text);
      return true;
    });
  }

  const visible = () => data.nodes.filter((each) => sieve.shown.actors.has(data.actorOf(each.id)));

  function paint() {
    const scene = look.scene();
    resize(scene.focus);
    nodes.update(fresh(visible().map((each) => look.node(each, sizes.get(each.id) ?? 14, scene))));
    edges.update(fresh([...sieve.shown.lines.keys()].map((line) => look.line(line, scene))));
  }

  function refresh() {
    paint();
    seenNodes.refresh();
    seenEdges.refresh();
    const many = sieve.shown.lines.size > MANY;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
  }

  // Sizes of the labels at this zoom; what is selected comes first, then actors in many claims.
  function resize(focus) {
    const faint = (each) => Boolean(focus) && !focus.actors.has(data.actorOf(each.id));
    const order = (a, b) => faint(a) - faint(b) || a.rank - b.rank;
    const at = new Map([...spots, ...Object.entries(network.getPositions())]);
    sizes = labels.sizes(visible().sort(order), at, network.getScale(), faint);
    hint.unnamed([...sizes.values()].filter((size) => !size).length);
  }

  function relabel() {
    const before = sizes;
    const scene = look.scene();
    resize(scene.focus);
    const changed = [...sizes].filter(([id, size]) => before.get(id) !== size);
    if (changed.length) nodes.update(fresh(changed.map(([id, size]) => look.node(data.node.get(id), size, scene))));
  }

  // What the selection is about; of a very busy actor only itself.
  function subjects() {
    const focus = look.subject();
    if (!focus) return [];
    const few = focus.actors.size <= look.WORDS_ON_LINES || !state.now.selected.actor;
    const actors = few ? [...focus.actors] : [state.now.selected.actor];
    return actors.map((actor) => actor.node).filter((id) => id && seenNodes.get(id));
  }

  const everything = (animated = true) => camera.whole(seenNodes.getIds(), animated);
  const reveal = () => camera.reveal(subjects());

  // A finger, or an unsteady hand, need not hit the line itself.
  function at(point) {
    for (const reach of [0, 5, 9]) {
      for (let turn = 0; turn < (reach ? 8 : 1); turn += 1) {
        const [x, y] = [Math.cos, Math.sin].map((part) => reach * part((turn * Math.PI) / 4));
        const near = { x: point.x + x, y: point.y + y };
        const found = network.getNodeAt(near);
        if (found !== undefined) return { actor: data.actorOf(found) };
        const edge = network.getEdgeAt(near);
        if (edge !== undefined) return { line: data.line.get(edge) };
      }
    }
    return null;
  }

  function start() {
    const stage = dom.byId("network");
    load(stage);
    network = new vis.Network(stage, { nodes: seenNodes, edges: seenEdges }, data.options);
    drawing.network = network;
    network.once("afterDrawing", () => performance.mark("drawn"));
    camera.start(network, relabel);
    refresh();
    everything(false);
    for (const event of ["zoom", "animationFinished"]) network.on(event, relabel);
    camera.follow(() => reload(stage));
  }

  return { start, refresh, paint, everything, reveal, at, nodes, edges, seenNodes, seenEdges, network };
})();
