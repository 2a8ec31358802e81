/* The left pane: what can be filtered, with counts. For the kinds of line it is the legend too. */
kamergraph.facets = (() => {
  const { graph, make } = kamergraph;
  const { say, name, day } = kamergraph.words;
  const FEW = 8;
  const unfolded = new Set();
  const SHAPES = [
    ["Country", "●"], ["Organisation", "◆"], ["Group", "⬢"], ["Person", "●"], ["Meeting", "■"], ["Treaty", "▲"], ["Mission", "★"], ["Instrument", "▼"], ["Letter", "■"],
  ];

  const thing = (key) => graph.things[graph.byKey.get(key)];
  const byCount = (a, b) => b[1] - a[1] || label("holder", a[0]).localeCompare(label("holder", b[0]));
  const ORDER = {
    kind: (a, b) => graph.kinds.indexOf(a[0]) - graph.kinds.indexOf(b[0]),
    stage: (a, b) => (a[0] < b[0] ? 1 : -1),
    year: (a, b) => (a[0] < b[0] ? 1 : -1),
    meeting: (a, b) => (thing(b[0])?.start ?? "").localeCompare(thing(a[0])?.start ?? "") || (a[0] < b[0] ? -1 : 1),
    holder: byCount,
    about: byCount,
  };

  function label(facet, value) {
    if (facet === "kind") return say(`kind_${value}`);
    if (facet === "stage") return say(value);
    if (facet === "year") return value;
    const found = thing(value);
    if (!found) return value;
    return facet === "meeting" && found.start ? `${name(found)}, ${day(found.start)}` : name(found);
  }

  function toggle(facet, value, on) {
    const { filters } = kamergraph.state.read();
    const values = filters[facet].filter((other) => other !== value);
    kamergraph.state.change({ filters: { ...filters, [facet]: on ? [...values, value] : values } });
  }

  function box(facet, value, number, at, checked) {
    const input = make("input", { type: "checkbox", id: `facet-${facet}-${at}`, checked });
    input.addEventListener("change", () => toggle(facet, value, input.checked));
    const sign = kamergraph.drawing.SIGNS[value];
    const sample = facet === "kind" ? [kamergraph.drawing.sample(value), make("span", { className: `sign ${sign ? value : ""}`, ariaHidden: "true" }, sign ?? "")] : [];
    const text = make("span", { className: "value" }, label(facet, value));
    return make("li", {}, make("label", { "data-value": value }, input, ...sample, text, make("span", { className: "count" }, String(number))));
  }

  function group(facet, counts, chosen) {
    const all = [...counts].sort(ORDER[facet]);
    if (!all.length) return null;
    const few = unfolded.has(facet) || facet === "kind" ? all : all.filter(([value], at) => at < FEW || chosen.includes(value));
    const boxes = few.map(([value, number], at) => box(facet, value, number, at, chosen.includes(value)));
    const field = make("fieldset", { id: `facet-${facet}` }, make("legend", {}, say(facet === "kind" ? "line" : facet)), make("ul", {}, ...boxes));
    if (few.length < all.length || (unfolded.has(facet) && all.length > FEW)) {
      const more = make("button", { type: "button", id: `more-${facet}`, className: "plain" }, unfolded.has(facet) ? say("less") : say("more", all.length));
      more.addEventListener("click", () => {
        if (!unfolded.delete(facet)) unfolded.add(facet);
        kamergraph.page.render();
      });
      field.append(more);
    }
    return field;
  }

  function render(state, selection) {
    const groups = kamergraph.state.FACETS.map((facet) => group(facet, selection.counts(facet), state.filters[facet]));
    document.getElementById("facets").replaceChildren(...groups.filter(Boolean));
    document.getElementById("clear").hidden = !kamergraph.state.FACETS.some((facet) => state.filters[facet].length);
    const types = new Set(graph.things.map((each) => each.type));
    document.getElementById("shapes").replaceChildren(
      ...SHAPES.filter(([type]) => types.has(type)).map(([type, sign]) =>
        make("li", {}, make("span", { className: `shape node-${type.toLowerCase()}`, ariaHidden: "true" }, sign), say(`type_${type}`)),
      ),
    );
  }

  document.getElementById("clear").addEventListener("click", () => {
    kamergraph.state.change({ filters: Object.fromEntries(kamergraph.state.FACETS.map((facet) => [facet, []])) });
  });

  return { render };
})();
