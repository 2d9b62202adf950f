// What each kind of actor and each group of ties looks like on the canvas, in the words of vis-network.
export const signs = (() => {
  const SHAPES = {
    organization: "square",
    armed_group: "triangle",
    agency: "hexagon",
    person: "diamond",
    outlet: "triangleDown",
    company: "square",
    people: "star",
  };
  const DASHES = { conflict: [9, 6], standing: [10, 4, 2, 4] };
  const DOTS = [2, 5];

  const shape = (kind) => SHAPES[kind] || "dot";
  const dashes = (group, tie) => (tie ? DASHES[group] || false : DOTS);

  return { shape, dashes };
})();
