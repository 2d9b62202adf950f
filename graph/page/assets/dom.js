// Elements of the page. Text of articles goes in through text nodes and attributes only, so it is never markup.
export const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  const byId = (id) => document.getElementById(id);

  function set(element, name, value) {
    if (value === null || value === undefined || value === false) return;
    if (name === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (name === "style") for (const [key, each] of Object.entries(value)) element.style.setProperty(key, each);
    else element.setAttribute(name, value === true ? "" : String(value));
  }

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) set(element, name, value);
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  const button = (text, act, attributes = {}) =>
    make("button", { type: "button", on: { click: act }, ...attributes }, text);

  // Only addresses of the web become links; "javascript:" and the like stay text.
  function address(text) {
    try {
      const url = new URL(text);
      return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
    } catch {
      return null;
    }
  }

  function link(text, url) {
    const href = url ? address(url) : null;
    if (!href) return make("span", {}, text);
    return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
  }

  const announce = (text) => byId("live").replaceChildren(text);

  return { byId, make, draw, button, link, announce };
})();
