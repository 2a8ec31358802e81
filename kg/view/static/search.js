/* The search box: over names, other names and the words of the letters, wherever in the graph they are. */
kamergraph.search = (() => {
  const { graph, make } = kamergraph;
  const { say, name } = kamergraph.words;
  const LISTED = 30;
  const input = document.getElementById("search");
  const found = document.getElementById("found");

  function hits(text) {
    const words = graph.fold(text).trim().split(" ").filter(Boolean);
    if (!words.length) return [];
    const has = (folded) => words.every((word) => folded.includes(word));
    const whole = graph.fold(text).trim();
    const rank = (folded) => (folded.startsWith(whole) ? 0 : 1);
    const things = graph.names.flatMap((folded, thing) => (has(folded) ? [{ thing, rank: rank(folded) }] : []));
    things.sort((a, b) => a.rank - b.rank || graph.touching[b.thing].length - graph.touching[a.thing].length || a.thing - b.thing);
    return [...things, ...graph.texts.flatMap((folded, item) => (folded && has(folded) ? [{ item }] : []))];
  }

  /* Tell where a hit is: in view, taken out by the filter, or beyond what was opened. */
  function status(hit, state, selection) {
    const items = hit.thing === undefined ? [hit.item] : graph.touching[hit.thing];
    if (items.some((index) => selection.items.has(index)) || selection.drawn.has(hit.thing)) return "shown";
    if (items.length && !items.some((index) => kamergraph.selection.passes(graph.items[index], state.filters))) return "hitHidden";
    return "hitElsewhere";
  }

  function go(hit) {
    const state = kamergraph.state.read();
    close();
    if (hit.thing === undefined) return kamergraph.state.change({ pick: { item: graph.items[hit.item].key } });
    const key = graph.things[hit.thing].key;
    return kamergraph.state.change({ open: [key], all: false, every: false, steps: 1, pick: { node: key }, filters: state.filters });
  }

  function line(hit, where, at) {
    const thing = graph.things[hit.thing];
    const item = graph.items[hit.item];
    const text = thing ? name(thing) : `“${graph.quote(item).replace(/\s+/g, " ")}”`;
    const kind = thing ? say(`type_${thing.type}`) : graph.letters[item.letter].file;
    const note = where === "shown" ? "" : ` · ${say(where)}`;
    const button = make("button", { type: "button", id: `hit-${at}`, className: "hit" }, make("span", { className: "hit-text" }, text), make("small", {}, kind + note));
    button.addEventListener("click", () => go(hit));
    return make("li", {}, button);
  }

  function close() {
    input.value = "";
    found.hidden = true;
  }

  function render(state, selection) {
    input.placeholder = say("searchHint");
    if (!graph.fold(input.value).trim()) {
      found.hidden = true;
      return;
    }
    const all = hits(input.value).map((hit) => ({ hit, where: status(hit, state, selection) }));
    const number = (where) => all.filter((each) => each.where === where).length;
    const parts = [all.length === 1 ? say("hit") : all.length ? say("hits", all.length) : say("noHits")];
    if (number("hitHidden")) parts.push(say("hitsHidden", number("hitHidden")));
    if (number("hitElsewhere")) parts.push(say("hitsElsewhere", number("hitElsewhere")));
    if (all.length > LISTED) parts.push(say("moreHits", LISTED));
    document.getElementById("hit-count").textContent = parts.join("; ").replace(/\.?$/, ".").replace("..", ".");
    document.getElementById("hits").replaceChildren(...all.slice(0, LISTED).map(({ hit, where }, at) => line(hit, where, at)));
    found.hidden = false;
  }

  input.addEventListener("input", () => render(kamergraph.state.read(), kamergraph.page.selection));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else if (event.key === "Enter") document.getElementById("hit-0")?.click();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".search")) found.hidden = true;
  });

  return { render };
})();
