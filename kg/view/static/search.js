/* The search box: over names, other names and the words of the letters, wherever in the graph they are. */
kamergraph.search = (() => {
  const { graph, letters, state } = kamergraph;
  const { say } = kamergraph.words;
  const { make, element } = kamergraph.dom;
  const { things, items } = graph;
  const LISTED = 30;
  const input = element("search");
  const found = element("found");
  const names = things.key.map((_, thing) => graph.fold([things.nl[thing], things.en[thing], ...things.aliases[thing]].join(" | ")));
  let chosen = -1;

  function hits(text) {
    const whole = graph.fold(text).trim();
    const words = whole.split(" ").filter(Boolean);
    if (!words.length) return [];
    const has = (folded) => words.every((word) => folded.includes(word));
    const rank = (thing) => (names[thing].startsWith(whole) ? 0 : 1);
    const named = things.key.map((_, thing) => thing).filter((thing) => has(names[thing]));
    named.sort((a, b) => rank(a) - rank(b) || graph.touching[b].length - graph.touching[a].length || a - b);
    const near = graph.letters.key.map((_, letter) => has(letters.searched(letter)));
    const said = items.key.map((_, item) => item).filter((item) => near[items.letter[item]] && has(graph.fold(letters.flow(letters.quote(item)))));
    return [...named.map((thing) => ({ thing })), ...said.map((item) => ({ item }))];
  }

  /* Tell where a hit is: in view, taken out by the filter, or beyond what was opened. */
  function status({ thing, item }, selection) {
    const own = thing === undefined ? [item] : graph.touching[thing];
    if (own.some((each) => selection.shown.has(each)) || selection.drawn.has(thing)) return "shown";
    return own.length && !own.some(selection.passes) ? "hitHidden" : "hitElsewhere";
  }

  function go({ thing, item }) {
    close();
    if (thing === undefined) return state.change({ pick: { item: graph.itemKey(item) } });
    const key = things.key[thing];
    return state.change({ open: [{ key }], all: false, every: false, steps: 1, pick: { node: key } });
  }

  function line({ hit, where }, at) {
    const { thing, item } = hit;
    const isThing = thing !== undefined;
    const text = isThing ? graph.name(thing) : `“${letters.flow(letters.quote(item))}”`;
    const kind = isThing ? say(`type_${graph.type(thing)}`) : `${graph.names(items.holders[item]) || say("unknownHolder")} · ${graph.letters.file[items.letter[item]]}`;
    const note = where === "shown" ? null : make("span", { className: "status" }, say(where));
    const row = make("li", { id: `hit-${at}`, role: "option", className: "hit", ariaSelected: "false" }, isThing ? kamergraph.lines.icon(graph.type(thing)) : null, make("span", { className: "hit-text" }, text, make("small", {}, kind)), note);
    row.addEventListener("click", () => go(hit));
    return row;
  }

  function close() {
    input.value = "";
    fold();
  }

  function fold() {
    found.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /* Tell how many there are, and how many of them are not in view. */
  function told(all) {
    const number = (where) => all.filter((each) => each.where === where).length;
    if (!all.length) return say("noHits");
    const parts = [say("hits", all.length)];
    if (number("hitHidden")) parts.push(say("hitsHidden", number("hitHidden")));
    if (number("hitElsewhere")) parts.push(say("hitsElsewhere", number("hitElsewhere")));
    return `${parts.join("; ")}.${all.length > LISTED ? ` ${say("moreHits", LISTED)}` : ""}`;
  }

  function render(selection) {
    input.placeholder = say("searchHint");
    if (!graph.fold(input.value).trim()) return fold();
    const all = hits(input.value).map((hit) => ({ hit, where: status(hit, selection) }));
    element("hit-count").textContent = told(all);
    element("hits").replaceChildren(...all.slice(0, LISTED).map(line));
    found.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return choose(-1);
  }

  function choose(at) {
    const rows = [...element("hits").children];
    chosen = rows.length ? (at + rows.length + 1) % (rows.length + 1) : -1;
    if (at < 0 || chosen === rows.length) chosen = -1;
    rows.forEach((row, place) => { row.ariaSelected = String(place === chosen); });
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    rows[chosen].scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", `hit-${chosen}`);
  }

  input.addEventListener("input", () => render(kamergraph.page.selection));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else if (event.key === "Enter") element(`hit-${Math.max(chosen, 0)}`)?.click();
    else if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else return;
    if (event.key !== "Escape") event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) fold();
  });

  return { render };
})();
