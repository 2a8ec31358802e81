/* The words behind a stance: the sentence, with who and what marked in it, and where it stands. */
kamergraph.evidence = (() => {
  const { graph, letters, state } = kamergraph;
  const { say, day, days } = kamergraph.words;
  const { make, button } = kamergraph.dom;
  const { items, things } = graph;
  const NEAR = 500; // characters in which the neighbouring sentences are looked for
  const PARAGRAPH = /\n\s*\n/;
  const SENTENCE = /(?<=[\p{L}\d)”"’][.!?]["”’)]?)\s+(?=[\p{Lu}“"‘(])/u;
  const MARKS = ["cue", "holder", "content"];

  /* Give rows of a word and what it says; a row that says nothing is left out. */
  function pairs(...rows) {
    const told = rows.filter(([, value]) => value);
    return told.length ? make("dl", {}, ...told.flatMap(([word, value]) => [make("dt", {}, say(word)), make("dd", {}, value)])) : null;
  }

  /* Give where a thing is named in some words: where the graph says so, else where its label stands in them. */
  function naming(thing, places, words) {
    const own = places.filter(([named]) => named === thing);
    if (own.length) return own.map(([, from, to]) => [from, to]);
    const label = things.nl[thing].split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s-]+");
    const found = new RegExp(`(?<!\\p{L})${label}`, "iu").exec(words);
    if (!found) return [];
    const from = Array.from(words.slice(0, found.index)).length;
    return [[from, from + Array.from(found[0]).length]];
  }

  /* Cut an item's words where a mark begins or ends: [text, mark]. Of two marks the act goes before the holder, and that before the content. */
  function pieces(item) {
    const [start, end, passage] = [items.start[item], items.end[item], letters.around(item)];
    const kinds = new Array(end - start).fill("");
    const mark = (from, to, kind) => {
      for (let at = Math.max(from, 0); at < Math.min(to, kinds.length); at += 1) kinds[at] ||= kind;
    };
    if (items.cue[item].length) mark(...items.cue[item], "cue");
    const places = letters.places(items.letter[item]).filter(([, from, to]) => from >= start && to <= end).map(([thing, from, to]) => [thing, from - start, to - start]);
    for (const thing of items.holders[item]) naming(thing, places, passage.cut(start, end)).forEach((place) => mark(...place, "holder"));
    if (items.content[item].length) mark(...items.content[item], "content");
    const cuts = kinds.map((_, at) => at).filter((at) => at === 0 || kinds[at] !== kinds[at - 1]);
    return cuts.map((from, at) => [passage.cut(start + from, start + (cuts[at + 1] ?? kinds.length)), kinds[from]]);
  }

  /* Give what stands before and after an item's words: the rest of its sentence, and one more on both sides. */
  function neighbours(item) {
    const passage = letters.around(item);
    const [start, end] = [items.start[item], items.end[item]];
    const [from, until] = [Math.max(passage.start, start - NEAR), Math.min(passage.end, end + NEAR)];
    const before = passage.cut(from, start).split(PARAGRAPH).at(-1).split(SENTENCE);
    const after = passage.cut(end - 1, until).split(PARAGRAPH)[0].split(SENTENCE); // with the last letter of the words, which a full stop may follow
    return [before.slice(-2).join(" "), after.slice(0, 2).join(" ").slice(1)];
  }

  /* Give the exact words, marked, between what stands around them. */
  function quotation(item) {
    const [before, after] = neighbours(item).map(letters.flow);
    const exact = pieces(item).map(([text, kind], at, all) => {
      const shown = letters.flow(text + (all[at + 1]?.[0] ?? "")).slice(0, letters.flow(text).length);
      return kind ? make("mark", { className: kind, title: say(`mark_${kind}`) }, shown) : shown;
    });
    return make("blockquote", { lang: "nl" }, make("span", { className: "aside" }, before), make("span", { className: "exact" }, ...exact), make("span", { className: "aside" }, after));
  }

  /* Give who holds it, and how the words say so. */
  function holders(item) {
    const named = items.holders[item].map((thing, at) => {
      const how = say(`how_${items.hows[items.how[item][at]]}`);
      return graph.name(thing) + (how ? ` (${how})` : "");
    });
    return named.join(", ") || kamergraph.table.who(item);
  }

  /* Give the meeting, with what it is part of, its days and its place. */
  function meeting(item) {
    const parts = graph.chain(items.meeting[item]);
    const first = (column) => things[column][parts.find((part) => things[column][part])] ?? "";
    const dated = parts.find((part) => things.start[part]);
    const when = dated === undefined ? "" : days({ start: things.start[dated], end: things.end[dated] });
    return [parts.map(graph.name).reverse().join(" › "), when, first("place"), first("mode") && say(first("mode"))].filter(Boolean).join(", ");
  }

  const paper = (letter) => [graph.letters.dossier[letter], graph.letters.number[letter] && `nr. ${graph.letters.number[letter]}`].filter(Boolean).join(", ");

  /* Give where parliament publishes a letter; it is visited only when somebody clicks it. */
  function publication(letter) {
    const [dossier, number] = [graph.letters.dossier[letter], graph.letters.number[letter]];
    if (!/^[\dA-Z-]+$/.test(dossier) || !/^\d+$/.test(number)) return paper(letter);
    const href = `https://zoek.officielebekendmakingen.nl/kst-${dossier}-${number}.html`;
    return make("a", { href, target: "_blank", rel: "noopener noreferrer", title: say("opensWeb") }, `${paper(letter)} ↗`);
  }

  /* Give the words with their source, as one would put them in a footnote. */
  function citation(item) {
    const letter = items.letter[item];
    const own = graph.letters;
    const source = [own.signed[letter].join(", "), own.title[letter], day(own.date[letter]), paper(letter) && `Kamerstuk ${paper(letter)}`].filter(Boolean).join(", ");
    return `“${letters.flow(letters.quote(item))}” (${source ? `${source}; ` : ""}${own.file[letter]}, ${say("characters", String(items.start[item]), String(items.end[item]))})`;
  }

  /* Give the one sentence that says what was read: who, which stance, about what. */
  function headline(item) {
    const what = graph.isStance(item) ? kamergraph.table.what(item) : kamergraph.table.where(item);
    return make("h3", {}, make("span", { className: "who" }, kamergraph.table.who(item)), " ", kamergraph.table.kind(item), what ? ` · ${what}` : "");
  }

  function why(item) {
    const sure = items.confidence[item] < 0 ? "" : say(kamergraph.selection.BANDS[[0.85, 0.7].filter((least) => items.confidence[item] < least).length]);
    return make("details", { id: `why-${item}` }, make("summary", {}, say("why")), pairs(
      ["reason", graph.text("reason", item)], ["rule", graph.text("rule", item)],
      ["confidence", sure && `${items.confidence[item]} (${sure})`],
      ["offsets", items.end[item] ? say("characters", String(items.start[item]), String(items.end[item])) : ""],
      ["iri", graph.base + graph.itemKey(item)],
    ));
  }

  /* Give the statements of the same letter before and after this one. */
  function beside(item) {
    const own = graph.items.key.map((_, each) => each).filter((each) => items.letter[each] === items.letter[item] && items.end[each] && graph.kind(each) !== "part");
    const at = own.indexOf(item);
    const step = (id, other) => other !== undefined && button(`${id}-${item}`, say(id), () => state.change({ pick: { item: graph.itemKey(other) } }));
    return [step("previous", own[at - 1]), step("next", own[at + 1])];
  }

  /* Give all about one item. `alone` adds the ways to its neighbours. */
  function card(item, alone = false) {
    const letter = items.letter[item];
    const stance = graph.isStance(item);
    const stage = stance && [say(items.intended[item] ? "intended" : "reported"), items.negated[item] && say("negated")].filter(Boolean).join(", ");
    const text = items.end[item] > 0 && letters.around(item);
    const buttons = [
      text && button(`read-${item}`, say("readLetter"), () => kamergraph.reading.open(letter, { item: graph.itemKey(item) })),
      text && button(`cite-${item}`, say("cite"), () => kamergraph.page.copy(citation(item))),
      ...(alone ? beside(item) : []),
    ].filter(Boolean);
    return make("article", { className: `card ${graph.kind(item)}`, "data-item": graph.itemKey(item) },
      headline(item),
      text ? quotation(item) : null,
      pairs(
        ["holder", stance ? holders(item) : ""], ["stage", stage],
        ["topic", graph.text("heading", item)], ["meeting", meeting(item)], ["addressee", graph.names(items.addressees[item])],
        ["role", graph.text("role", item) && (say(`role_${graph.text("role", item)}`) || graph.text("role", item))],
        ["letter", graph.letters.title[letter] || graph.letters.file[letter]], ["date", day(graph.letters.date[letter])], ["number", publication(letter)],
        ["signed", graph.letters.signed[letter].join(", ")],
      ),
      make("p", { className: "buttons" }, ...buttons),
      why(item),
    );
  }

  /* Give an item in short: a button that leads to its card. */
  function short(item) {
    const made = button(`short-${item}`, "", () => state.change({ pick: { item: graph.itemKey(item) } }), "short");
    made.append(headline(item), make("span", { className: "quote", lang: "nl" }, letters.flow(letters.quote(item))));
    return make("li", { className: graph.kind(item) }, made);
  }

  const legend = () => make("p", { className: "legend" }, ...MARKS.map((kind) => make("mark", { className: kind }, say(`mark_${kind}`))));

  return { card, short, legend, pairs, citation, paper };
})();
