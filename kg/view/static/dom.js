/* Elements, made from text that is only ever text. */
kamergraph.dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const element = (id) => document.getElementById(id);

  function fill(made, properties, children) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined || value === null) continue;
      if (name in made && made.namespaceURI !== SVG) made[name] = value;
      else made.setAttribute(name, value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  }

  /* Make an element: its tag, its properties, and what is in it. */
  const make = (tag, properties = {}, ...children) => fill(document.createElement(tag), properties, children);
  const draw = (tag, properties = {}, ...children) => fill(document.createElementNS(SVG, tag), properties, children);

  /* Make a button. Its id keeps the focus on it when the page is drawn anew. */
  function button(id, text, action, className = "") {
    const made = make("button", { type: "button", id, className }, text);
    made.addEventListener("click", action);
    return made;
  }

  return { element, make, draw, button };
})();
