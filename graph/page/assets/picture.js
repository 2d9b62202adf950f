import { dom } from "./dom.js";
import { labels } from "./labels.js";
import { drawing } from "./network.js";
import { shapes } from "./shapes.js";
import { sieve } from "./sieve.js";
import { theme } from "./theme.js";
import { voice } from "./voice.js";

// What is drawn, as a picture: the screen in pixels, or everything as lines and letters that stay sharp at any size.
export const picture = (() => {
  const MARGIN = 24;
  const FONT = "Arial, Helvetica, sans-serif";

  function png(then) {
    const canvas = document.querySelector("#network canvas");
    const copy = dom.make("canvas", { width: canvas.width, height: canvas.height });
    const pen = copy.getContext("2d");
    pen.fillStyle = theme.color("paper");
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(canvas, 0, 0);
    copy.toBlob(then);
  }

  const halo = () => ({
    "paint-order": "stroke",
    stroke: theme.color("paper"),
    "stroke-width": 4,
    "stroke-linejoin": "round",
  });

  function actor(each) {
    const node = drawing.nodes.get(each.node);
    const { x, y } = drawing.network.getPosition(each.node);
    const color = theme.of(each);
    const paint =
      each.kind === "company"
        ? { fill: theme.color("paper"), stroke: color, "stroke-dasharray": "5 3" }
        : { fill: color };
    const points = shapes.POINTS[each.kind];
    const scale = (2 * node.size) / 16;
    const place = `translate(${x - node.size} ${y - node.size}) scale(${scale})`;
    const sign = points
      ? dom.draw("polygon", { points, transform: place, ...paint })
      : dom.draw("circle", { cx: x, cy: y, r: node.size, ...paint });
    return dom.draw("g", {}, dom.draw("title", {}, each.name), sign, ...name(node, x, y));
  }

  function name(node, x, y) {
    const size = node.font.size || 0;
    if (!size) return [];
    const text = { x, "text-anchor": "middle", "font-size": size, fill: theme.color("ink"), ...halo() };
    return node.label
      .split("\n")
      .map((part, at) => dom.draw("text", { ...text, y: y + node.size + 2 + size * (0.95 + at * labels.LINE) }, part));
  }

  function tie(line) {
    const edge = drawing.network.body.edges[line.id];
    const { from } = edge;
    const via = edge.edgeType.getViaNode?.();
    const end = tip(edge, line);
    const way = via ? `Q${via.x} ${via.y} ${end.x} ${end.y}` : `L${end.x} ${end.y}`;
    const color = theme.color(line.relation.group);
    const dashes = line.edge.dashes ? line.edge.dashes.join(" ") : null;
    const stroke = {
      d: `M${from.x} ${from.y}${way}`,
      fill: "none",
      stroke: color,
      "stroke-width": line.edge.width,
      "stroke-dasharray": dashes,
    };
    const said = dom.draw("title", {}, `${line.source.name} ${voice.phrase(line)} ${line.target.name}`);
    return dom.draw(
      "g",
      {},
      said,
      dom.draw("path", stroke),
      line.relation.symmetric ? null : arrow(end, via || from, color, line),
      word(edge, line),
    );
  }

  // Where the line meets the sign of its target.
  function tip({ to, from, edgeType }, line) {
    const before = edgeType.getViaNode?.() || from;
    const gap = line.relation.symmetric ? 0 : to.options.size + 3;
    const long = Math.hypot(to.x - before.x, to.y - before.y) || 1;
    return { x: to.x - ((to.x - before.x) / long) * gap, y: to.y - ((to.y - before.y) / long) * gap };
  }

  // Full where a sentence says so in its own voice, open otherwise.
  function arrow(end, before, color, line) {
    const turn = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
    const size = 5 + line.edge.width;
    const full = line.tie && !voice.alleged(line);
    const notch = full ? "" : ` ${-1.1 * size},0`;
    return dom.draw("polygon", {
      points: `2,0 ${-1.7 * size},${0.7 * size}${notch} ${-1.7 * size},${-0.7 * size}`,
      fill: color,
      transform: `translate(${end.x} ${end.y}) rotate(${turn})`,
    });
  }

  function word(edge, line) {
    const drawn = drawing.edges.get(line.id);
    if (!drawn.font?.size) return null;
    const { x, y } = edge.edgeType.getPoint(0.5);
    const turn = (Math.atan2(edge.to.y - edge.from.y, edge.to.x - edge.from.x) * 180) / Math.PI;
    const upright = turn > 90 || turn < -90 ? turn + 180 : turn;
    const place = `translate(${x} ${y}) rotate(${upright})`;
    return dom.draw(
      "text",
      {
        transform: place,
        dy: 4,
        "text-anchor": "middle",
        "font-size": drawn.font.size,
        fill: theme.color("ink"),
        ...halo(),
      },
      drawn.label,
    );
  }

  function frame() {
    const boxes = [...sieve.shown.actors].map((each) => drawing.network.getBoundingBox(each.node));
    if (!boxes.length) return [0, 0, 100, 100];
    const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])) - MARGIN);
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])) + MARGIN);
    return [left, top, right - left, bottom - top].map(Math.round);
  }

  function svg() {
    const [left, top, width, height] = frame();
    const sheet = dom.draw(
      "svg",
      { viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": FONT },
      dom.draw("title", {}, document.title),
      dom.draw("rect", { x: left, y: top, width, height, fill: theme.color("paper") }),
      ...[...sieve.shown.lines.keys()].map(tie),
      ...[...sieve.shown.actors].map(actor),
    );
    return new XMLSerializer().serializeToString(sheet);
  }

  return { png, svg };
})();
