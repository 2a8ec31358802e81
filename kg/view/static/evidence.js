/* The right pane: the words behind a line, a node or a row. */
kamergraph.evidence = (() => {
  const { graph, make } = kamergraph;
  const { say, name, day, days } = kamergraph.words;
  const pane = document.getElementById("proof");

  function pairs(...rows) {
    const list = make("dl");
    for (const [word, value] of rows) {
      if (value) list.append(make("dt", {}, say(word)), make("dd", {}, value));
    }
    return list;
  }

  /* Give the exact words, marked, between what stands around them. */
  function quotation(item) {
    const marked = item.words.map(([text, kind]) => (kind ? make("mark", { className: kind, title: say(`mark${kind[0].toUpperCase()}${kind.slice(1)}`) }, text) : text));
    const aside = (text) => make("span", { className: "aside" }, text ?? "");
    return make("blockquote", { lang: "nl" }, aside(item.before && `…${item.before}`), make("span", { className: "exact" }, ...marked), aside(item.after && `${item.after}…`));
  }

  function holders(item) {
    const wording = item.holders.map(([thing, how]) => name(graph.things[thing]) + (say(`how_${how}`) ? ` (${say(`how_${how}`)})` : ""));
    return wording.join(", ") || kamergraph.table.who(item);
  }

  /* Give the meeting, with what it is part of, its days and its place. */
  function meeting(item) {
    if (item.meeting === undefined) return "";
    const parts = [];
    for (let at = item.meeting; at !== undefined && parts.length < 9; at = graph.things[at].partOf) parts.push(graph.things[at]);
    const place = parts.map((part) => part.place).find(Boolean);
    const mode = parts.map((part) => part.mode).find(Boolean);
    const when = parts.find((part) => part.start);
    return [parts.map(name).join(" › "), when && days(when), place, mode && say(mode)].filter(Boolean).join(", ");
  }

  const paper = (letter) => [letter.dossier, letter.number && `nr. ${letter.number}`].filter(Boolean).join(", ");

  /* Give the words with their source, as one would put them in a footnote. */
  function citation(item) {
    const letter = graph.letters[item.letter];
    const signed = (letter.signed ?? []).join(", ");
    const source = [signed, letter.title, day(letter.date), paper(letter) && `Kamerstuk ${paper(letter)}`].filter(Boolean).join(", ");
    return `“${graph.quote(item)}” (${source ? `${source}; ` : ""}${letter.file}, ${say("characters", item.start, item.end)})`;
  }

  function card(index) {
    const item = graph.items[index];
    const letter = graph.letters[item.letter];
    const cite = make("button", { type: "button", id: `cite-${index}` }, say("cite"));
    cite.addEventListener("click", () => kamergraph.page.copy(citation(item)));
    const kind = [say(`kind_${item.kind}`), graph.isStance(item) && say(item.intended ? "intended" : "reported"), item.negated && say("negated")];
    const stance = graph.isStance(item);
    return make(
      "article", { className: "card", "data-item": item.key },
      item.words.length ? quotation(item) : null,
      pairs(
        ["holder", holders(item)], ["kind", kind.filter(Boolean).join(", ")], ["role", item.role && say(`role_${item.role}`)],
        ["about", stance && (kamergraph.table.listed(item.about) || say("nobody"))], ["addressee", kamergraph.table.listed(item.addressees)],
        ["meeting", meeting(item)], ["topic", item.topic], ["letter", [letter.title, letter.file].filter(Boolean).join(" · ")], ["date", day(letter.date)],
        ["number", paper(letter)], ["signed", (letter.signed ?? []).join(", ")],
      ),
      item.words.length
        ? make("details", {}, make("summary", {}, say("reason")), pairs(["reason", item.reason], ["rule", item.rule], ["confidence", item.confidence], ["place", say("characters", item.start, item.end)]))
        : null,
      item.words.length ? cite : null,
    );
  }

  function title(...parts) {
    return make("h3", {}, ...parts);
  }

  const amount = (number) => (number === 1 ? say("statement") : say("statements", number));

  function line(bundle) {
    const { edge, items } = bundle;
    return [name(graph.things[edge.from]), ` ${kamergraph.drawing.SIGNS[edge.kind] ?? ""} ${say(`kind_${edge.kind}`)} `, name(graph.things[edge.to]), ` (${items.length})`].join("");
  }

  function ofNode(key, state, selection) {
    const at = graph.byKey.get(key);
    const thing = graph.things[at];
    const own = selection.edges.filter(({ edge }) => edge.from === at || edge.to === at);
    const buttons = own.map((bundle) => {
      const button = make("button", { type: "button", id: `line-${bundle.edge.id}`, className: "plain" }, line(bundle));
      button.addEventListener("click", () => kamergraph.state.change({ pick: kamergraph.drawing.pickOf(bundle.edge) }));
      return make("li", {}, button);
    });
    const centre = make("button", { type: "button", id: "centre" }, say("center"));
    centre.addEventListener("click", () => kamergraph.state.change({ open: [key], steps: 1, all: false, every: false }));
    const expand = make("button", { type: "button", id: "expand" }, say("expand"));
    expand.addEventListener("click", () => kamergraph.drawing.expand(key));
    const letters = (thing.letters ?? []).map(([letter, count]) => {
      const times = thing.type === "Meeting" || !count ? "" : ` (${count === 1 ? say("once") : say("times", count)})`;
      return make("li", {}, graph.letters[letter].file + times);
    });
    const whole = thing.partOf === undefined ? "" : name(graph.things[thing.partOf]);
    return [
      title(name(thing), make("small", {}, say(`type_${thing.type}`))),
      thing.type === "Group" ? make("p", { className: "note" }, say("collective")) : null,
      make("p", { className: "buttons" }, centre, expand),
      pairs(
        ["when", [thing.start && days(thing), thing.announced && say("announced")].filter(Boolean).join(", ")],
        ["where", [thing.place, thing.mode && say(thing.mode)].filter(Boolean).join(", ")], ["partOf", whole],
        ["alsoCalled", [thing.nl, ...(thing.aliases ?? [])].filter((alias) => alias !== name(thing)).join(", ")],
      ),
      buttons.length ? make("h4", {}, say("lines")) : null,
      make("ul", { className: "lines" }, ...buttons),
      letters.length ? make("h4", {}, say("namedIn")) : null,
      make("ul", {}, ...letters),
    ];
  }

  function ofEdge({ from, to, line: kind }, selection) {
    const edge = graph.findEdge(from, to, kind);
    const items = edge.items.filter((index) => selection.items.has(index));
    const shown = items.length ? items : edge.items;
    return [title(line({ edge, items: shown })), make("p", { className: "note" }, amount(shown.length)), marks(shown), ...shown.map(card)];
  }

  function marks(items) {
    if (!items.some((index) => graph.items[index].words.length)) return null;
    const mark = (kind, word) => make("mark", { className: kind }, say(word));
    return make("p", { className: "note" }, `${say("legendMarks")}: `, mark("cue", "markCue"), " ", mark("holder", "markHolder"), " ", mark("about", "markAbout"));
  }

  function render(state, selection) {
    const { pick } = state;
    let content = [make("p", {}, say(graph.items.length ? "intro" : "empty")), make("p", { className: "note" }, say("introKeys"))];
    if (pick.node) content = ofNode(pick.node, state, selection);
    else if (pick.item) content = [marks([graph.itemByKey.get(pick.item)]), card(graph.itemByKey.get(pick.item))];
    else if (pick.line) content = ofEdge(pick, selection);
    const open = new Set([...pane.querySelectorAll("[data-item]")].filter((each) => each.querySelector("details[open]")).map((each) => each.dataset.item));
    pane.replaceChildren(...content.filter(Boolean));
    for (const each of pane.querySelectorAll("[data-item]")) if (open.has(each.dataset.item)) each.querySelector("details").open = true;
  }

  return { render };
})();
