import { data } from "./data.js";
import { dates } from "./dates.js";
import { state } from "./state.js";
import { words } from "./words.js";

// The view in the address, after the #: copy it, and whoever opens it with the same file sees the same.
export const address = (() => {
  const SETS = ["off", "kinds", "blocs"];
  const TEXTS = ["act", "discord", "outlet", "claimant", "text", "from", "to", "theme"];

  function write() {
    const { now } = state;
    const said = new URLSearchParams();
    const add = (name, value) => {
      if (value) said.set(name, value);
    };
    selection(now.selected, add);
    for (const name of SETS) add(name, [...now[name]].sort().join(" "));
    const statuses = [...now.statuses].sort().join(" ");
    if (statuses !== "asserted") said.set("states", statuses);
    add("hedged", now.hedged !== "all" && now.hedged);
    for (const name of TEXTS) add(name, now[name]);
    add("confidence", now.confidence && String(now.confidence));
    add("undated", !now.undated && "no");
    add("around", now.around?.id);
    add("steps", now.around && now.steps > 1 && String(now.steps));
    add("top", now.top !== data.core && String(now.top || "all"));
    add("also", [...now.also].map((actor) => actor.id).join("\n"));
    add("colour", now.colour !== "bloc" && now.colour);
    add("view", now.view !== "network" && now.view);
    put(said.size ? `#${said}` : "");
  }

  function selection(selected, add) {
    add("actor", selected?.actor?.id);
    add("line", selected?.line && data.key(selected.line));
    add("bloc", selected?.bloc !== undefined && String(selected.bloc));
    add("path", selected?.path?.from.id);
    add("end", selected?.path?.to.id);
  }

  function put(hash) {
    if (hash === location.hash) return;
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // A page inside a frame, as in a notebook, may have no address of its own.
    }
  }

  const list = (text) => (text || "").split(" ").filter(Boolean);
  const drawn = (id) => (data.actorById.get(id)?.node ? data.actorById.get(id) : null);

  // What a saved address asks for; anything unknown in it is passed over.
  function read() {
    const said = new URLSearchParams(location.hash.slice(1));
    const pick = (name, allowed, otherwise) => (allowed.includes(said.get(name)) ? said.get(name) : otherwise);
    const day = (name) => (dates.interval(said.get(name)) ? said.get(name) : "");
    const some = (name, known) => new Set(list(said.get(name)).filter(known));
    return {
      off: some("off", (name) => data.relations.some((each) => each.name === name)),
      kinds: some("kinds", (name) => Boolean(words.KINDS[name])),
      blocs: new Set(
        list(said.get("blocs"))
          .map(Number)
          .filter((each) => each === -1 || data.blocs[each]),
      ),
      statuses: said.has("states") ? some("states", (name) => Boolean(words.STATUSES[name])) : new Set(["asserted"]),
      hedged: pick("hedged", ["only", "none"], "all"),
      act: pick("act", ["verbal", "material"], ""),
      discord: pick("discord", ["denied", "mixed"], ""),
      outlet: pick(
        "outlet",
        data.documents.map((paper) => paper.outlet || "?"),
        "",
      ),
      claimant: pick("claimant", ["?", ...data.actorById.keys()], ""),
      text: words.plain(said.get("text") || ""),
      from: day("from"),
      to: day("to"),
      confidence: Math.min(1, Math.max(0, Number(said.get("confidence")) || 0)),
      undated: said.get("undated") !== "no",
      around: drawn(said.get("around")),
      steps: whole(said.get("steps"), 1, 9),
      top: said.get("top") === "all" ? 0 : whole(said.get("top") || data.core, 0, data.drawn.length),
      also: new Set((said.get("also") || "").split("\n").map(drawn).filter(Boolean)),
      colour: pick("colour", ["kind"], "bloc"),
      view: pick("view", ["table"], "network"),
      theme: pick("theme", ["dark", "light"], ""),
      selected: selected(said),
    };
  }

  const whole = (text, least, most) => Math.min(most, Math.max(least, Math.round(Number(text)) || least));

  function selected(said) {
    const line = data.lineByKey.get(said.get("line"));
    const actor = data.actorById.get(said.get("actor"));
    const bloc = said.get("bloc");
    const [from, to] = [drawn(said.get("path")), drawn(said.get("end"))];
    if (line) return { line };
    if (actor) return { actor };
    if (from && to && from !== to) return { path: { from, to } };
    return /^\d+$/.test(bloc || "") && data.blocs[Number(bloc)] ? { bloc: Number(bloc) } : null;
  }

  return { read, write };
})();
