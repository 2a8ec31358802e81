/* What is known of a thing, and the ways from it. */
kamergraph.node = (() => {
  const { graph, state } = kamergraph;
  const { say, days, figure } = kamergraph.words;
  const { make, button } = kamergraph.dom;
  const { things } = graph;

  /* Give the ways to expand a thing: each kind of line with how many items it has, and how many of them are not in view. */
  function ways(thing, selection) {
    const counts = new Map();
    for (const item of graph.touching[thing]) {
      const line = graph.kind(item);
      const known = counts.get(line) ?? [0, 0];
      counts.set(line, [known[0] + 1, known[1] + (selection.shown.has(item) ? 0 : 1)]);
    }
    const rows = graph.KINDS.filter((line) => counts.has(line)).map((line) => {
      const [all, fresh] = counts.get(line);
      const made = button(`expand-${line}`, "", () => kamergraph.network.expand(things.key[thing], line), "way-out");
      made.append(kamergraph.lines.sample(line), make("span", { className: "value" }, say(`kind_${line}`)), make("span", { className: "count" }, fresh ? say("fresh", all, fresh) : figure(all)));
      made.disabled = fresh === 0;
      return make("li", {}, made);
    });
    return rows.length ? [make("h4", {}, say("expandBy")), make("ul", { className: "ways-out" }, ...rows)] : [];
  }

  function lineOf({ from, to, line, items }) {
    const sign = kamergraph.lines.SIGNS[line];
    return [
      make("span", { className: "end" }, graph.name(from)), " ",
      make("span", { className: `kind ${sign ? line : ""}` }, sign ? make("span", { className: "sign", ariaHidden: "true" }, sign) : null, say(`kind_${line}`)), " ",
      make("span", { className: "end" }, graph.name(to)), items.length > 1 ? make("span", { className: "count" }, ` ${figure(items.length)}`) : null,
    ];
  }

  function ties(thing, selection) {
    const own = selection.bundles.filter(({ from, to }) => from === thing || to === thing);
    const order = [...graph.KINDS, "member"];
    own.sort((a, b) => order.indexOf(a.line) - order.indexOf(b.line) || b.items.length - a.items.length);
    const rows = own.map((bundle) => {
      const made = button(`line-${bundle.id.replaceAll(" ", "-")}`, "", () => state.change({ pick: kamergraph.network.pickOf(bundle) }), "plain line");
      made.append(...lineOf(bundle).filter(Boolean));
      return make("li", {}, made);
    });
    return rows.length ? [make("h4", {}, say("lines")), make("ul", { className: "lines" }, ...rows)] : [];
  }

  function named(thing) {
    const rows = graph.named(thing).map(([letter, number]) => {
      const times = graph.type(thing) === "Meeting" || !number ? "" : ` ${say("times", number)}`;
      const open = () => kamergraph.reading.open(letter, { node: things.key[thing] });
      return make("li", {}, button(`in-${letter}`, graph.letters.title[letter] || graph.letters.file[letter], open, "plain"), make("small", {}, times));
    });
    return rows.length ? [make("h4", {}, say("namedIn")), make("ul", { className: "lines" }, ...rows)] : [];
  }

  function pin(key, pins) {
    if (pins.some((each) => each.key === key)) return button("unpin", say("unpin"), () => state.change({ pins: pins.filter((each) => each.key !== key) }));
    const place = kamergraph.network.canvas.content.nodes.find(({ thing }) => things.key[thing] === key);
    return place && button("pin", say("pin"), () => state.change({ pins: [...pins, { key, x: place.x, y: place.y }] }));
  }

  function facts(thing) {
    const when = [things.start[thing] && days({ start: things.start[thing], end: things.end[thing] }), things.announced[thing] && say("announced")].filter(Boolean).join(", ");
    const place = [things.place[thing], things.mode[thing] && say(things.mode[thing])].filter(Boolean).join(", ");
    const other = [things.nl[thing], ...things.aliases[thing]].filter((alias) => alias !== graph.name(thing)).join(", ");
    return kamergraph.evidence.pairs(["when", when], ["where", place], ["partOf", things.partOf[thing] < 0 ? "" : graph.name(things.partOf[thing])], ["alsoCalled", other]);
  }

  /* Give the card of a thing. */
  function card(thing, current, selection) {
    const key = things.key[thing];
    const buttons = [
      button("centre", say("center"), () => state.change({ open: [{ key }], steps: 1, all: false, every: false })),
      button("expand", say("expand"), () => kamergraph.network.expand(key)),
      current.tab === "network" && pin(key, current.pins),
    ].filter(Boolean);
    return [
      make("h3", { className: "name" }, kamergraph.lines.icon(graph.type(thing)), graph.name(thing), make("small", {}, say(`type_${graph.type(thing)}`))),
      graph.type(thing) === "Group" ? make("p", { className: "note" }, say("collective")) : null,
      facts(thing),
      make("p", { className: "buttons" }, ...buttons),
      ...ties(thing, selection),
      ...ways(thing, selection),
      ...named(thing),
    ];
  }

  return { card, facts, lineOf };
})();
