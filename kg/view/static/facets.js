/* The left pane: what can be filtered, with counts. For the kinds of line it is the legend too. */
kamergraph.facets = (() => {
  const { graph, state } = kamergraph;
  const { say, day, figure } = kamergraph.words;
  const { make, element, button } = kamergraph.dom;
  const { things } = graph;
  const FEW = 6;
  const ORDERED = ["kind", "holder", "about", "topic", "meeting", "year", "stage", "certainty"];
  const unfolded = new Set();
  const folded = new Set(["stage", "certainty"]);

  const start = (key) => things.start[graph.byKey.get(key)] ?? "";
  const byCount = (a, b) => b[1] - a[1] || label("holder", a[0]).localeCompare(label("holder", b[0]));
  const listed = (list) => (a, b) => list.indexOf(a[0]) - list.indexOf(b[0]);
  const ORDER = {
    kind: listed(graph.KINDS),
    stage: listed(["reported", "intended"]),
    certainty: listed(kamergraph.selection.BANDS),
    year: (a, b) => (a[0] < b[0] ? 1 : -1),
    meeting: (a, b) => start(b[0]).localeCompare(start(a[0])) || (a[0] < b[0] ? -1 : 1),
    holder: byCount, about: byCount, topic: byCount,
  };

  function label(facet, value) {
    if (facet === "kind") return say(`kind_${value}`);
    if (facet === "stage" || facet === "certainty") return say(value);
    if (facet === "year" || !graph.byKey.has(value)) return value;
    const name = graph.name(graph.byKey.get(value));
    return facet === "meeting" && start(value) ? `${name}, ${day(start(value), "short")}` : name;
  }

  function toggle(facet, value, on) {
    const { filters } = state.read();
    const values = filters[facet].filter((other) => other !== value);
    state.change({ filters: { ...filters, [facet]: on ? [...values, value] : values } });
  }

  function box(facet, value, number, at, checked) {
    const input = make("input", { type: "checkbox", id: `facet-${facet}-${at}`, checked });
    input.addEventListener("change", () => toggle(facet, value, input.checked));
    const sign = kamergraph.lines.SIGNS[value];
    const sample = facet === "kind" ? [kamergraph.lines.sample(value), make("span", { className: `sign ${sign ? value : ""}`, ariaHidden: "true" }, sign ?? "")] : [];
    const text = make("span", { className: "value" }, label(facet, value));
    return make("li", {}, make("label", { "data-value": value, className: number ? "" : "none" }, input, ...sample, text, make("span", { className: "count" }, figure(number))));
  }

  function group(facet, counts, chosen) {
    const all = [...counts].sort(ORDER[facet]);
    if (!all.length) return null;
    const whole = unfolded.has(facet) || facet === "kind";
    const few = whole ? all : all.filter(([value], at) => at < FEW || chosen.includes(value));
    const boxes = few.map(([value, number], at) => box(facet, value, number, at, chosen.includes(value)));
    const title = say(facet === "kind" ? "line" : facet);
    const list = make("div", { role: "group", ariaLabel: title }, make("ul", {}, ...boxes));
    if (few.length < all.length || (unfolded.has(facet) && all.length > FEW)) {
      const text = unfolded.has(facet) ? say("less") : say("more", all.length);
      list.append(button(`more-${facet}`, text, () => {
        if (!unfolded.delete(facet)) unfolded.add(facet);
        kamergraph.page.render();
      }, "plain"));
    }
    const fold = make("details", { id: `facet-${facet}`, className: "facet", open: !folded.has(facet) || chosen.length > 0 });
    fold.append(make("summary", { id: `fold-${facet}` }, title, chosen.length ? make("span", { className: "badge" }, figure(chosen.length)) : null), list);
    fold.addEventListener("toggle", () => (fold.open ? folded.delete(facet) : folded.add(facet)));
    return fold;
  }

  /* The shapes of things, each with how many are drawn. */
  function shapes(selection) {
    const drawn = new Map();
    for (const node of selection.nodes) drawn.set(graph.type(node), (drawn.get(graph.type(node)) ?? 0) + 1);
    const known = Object.keys(kamergraph.lines.SHAPES).filter((type) => drawn.has(type));
    const rows = known.map((type) => make("li", {}, kamergraph.lines.icon(type), make("span", { className: "value" }, say(`type_${type}`)), make("span", { className: "count" }, figure(drawn.get(type)))));
    if (selection.bundles.some(({ line }) => line === "member")) rows.push(make("li", {}, kamergraph.lines.sample("member"), make("span", { className: "value" }, say("kind_member"))));
    element("shapes").replaceChildren(...rows);
  }

  function render(current, selection) {
    const groups = ORDERED.map((facet) => group(facet, selection.counts(facet), current.filters[facet]));
    element("facets").replaceChildren(...groups.filter(Boolean));
    element("clear").hidden = !current.period && !state.FACETS.some((facet) => current.filters[facet].length);
    shapes(selection);
  }

  element("clear").addEventListener("click", () => state.change(state.unfiltered()));

  return { render, label };
})();
