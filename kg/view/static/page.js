/* Puts the parts together: each change of the address draws them all anew. */
kamergraph.page = (() => {
  const { graph, state, words } = kamergraph;
  const { say } = words;
  const { make, element, button } = kamergraph.dom;
  const page = { selection: null, render, copy };

  function view(current) {
    const named = current.open.map(({ key, line }) => graph.name(graph.byKey.get(key)) + (line ? ` (${say(`kind_${line}`)})` : "")).join(` ${say("and")} `);
    element("view").replaceChildren(make("span", { className: "note" }, `${say("lookingAt")} `), make("strong", {}, current.all || !named ? graph.title || say("whole") : named));
    element("start").textContent = say(graph.whole ? "startAll" : graph.focused ? "startFocus" : "start");
    element("start").hidden = graph.empty;
    for (const step of [1, 2, 3]) {
      element(`step-${step}`).ariaPressed = String(!current.all && current.steps === step);
      element(`step-${step}`).title = say("step", step);
    }
    element("everything").ariaPressed = String(current.all);
  }

  function notes(current, selection) {
    const parts = [];
    if (graph.empty) parts.push(say("empty"));
    else if (!selection.listed.length && !selection.bundles.length) parts.push(say("nothing"));
    if (current.tab === "network" && selection.left) {
      parts.push(make("span", {}, `${say("capped", selection.left)} `, button("every", say("drawAll", selection.total), () => state.change({ every: true }), "plain")));
    }
    if (current.tab === "network" && selection.unheld) parts.push(say("unheld", selection.unheld));
    element("notes").replaceChildren(...parts.flatMap((part) => [part, " "]));
  }

  function tabs(current) {
    for (const tab of state.TABS) {
      const chosen = current.tab === tab;
      element(`tab-${tab}`).ariaSelected = String(chosen);
      element(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
      element(`pane-${tab}`).hidden = !chosen;
    }
  }

  function pictured(current) {
    return { network: kamergraph.network.canvas, pairs: kamergraph.pairs.canvas }[current.tab];
  }

  function offers(current, selection) {
    const [said, nodes, edges] = [selection.listed.length, selection.nodes.length, selection.bundles.length];
    element("save-title").textContent = say("save", said);
    element("csv").textContent = say("csv", said);
    element("turtle").textContent = say("turtle", said);
    element("graphml").textContent = say("graphml", nodes, edges);
    const drawn = pictured(current)?.content.nodes.length ?? 0;
    for (const form of ["svg", "png"]) {
      element(form).textContent = say(form, drawn);
      element(form).hidden = !drawn;
    }
  }

  function render() {
    const current = state.read();
    const focused = document.activeElement?.id;
    const parts = { network: kamergraph.network, pairs: kamergraph.pairs, table: kamergraph.table, timeline: kamergraph.timeline, matrix: kamergraph.matrix, letters: kamergraph.reading };
    document.documentElement.classList.toggle("embed", current.embed);
    words.use(graph.strings, current.lang);
    const selection = kamergraph.selection.of(current);
    page.selection = selection;
    tabs(current);
    view(current);
    notes(current, selection);
    element("counts").textContent = `${say("statements", selection.listed.length)}, ${say("nodes", selection.nodes.length)}`;
    element("language").lang = current.lang === "en" ? "nl" : "en";
    kamergraph.facets.render(current, selection);
    if (!element("found").hidden) kamergraph.search.render(selection);
    else element("search").placeholder = say("searchHint");
    kamergraph.strip.render(current, selection);
    parts[current.tab].render(current, selection);
    offers(current, selection);
    kamergraph.panel.render(current, selection);
    if (focused && document.activeElement?.id !== focused) element(focused)?.focus({ preventScroll: true });
    performance.mark("drawn");
  }

  /* Put text on the clipboard; where the browser will not, show it to be copied by hand. */
  async function copy(text) {
    const byHand = element("by-hand");
    byHand.hidden = true;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      byHand.hidden = false;
      byHand.value = text;
      byHand.select();
      done = document.execCommand("copy");
      byHand.hidden = done;
    }
    element("message").textContent = say(done ? "copied" : "copyFailed");
    setTimeout(() => { if (done) element("message").textContent = ""; }, 4000);
  }

  function download(name, type, content) {
    const url = URL.createObjectURL(new Blob([content], { type }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    element("save").open = false;
  }

  const WRITERS = {
    csv: () => download("kamergraph.csv", "text/csv;charset=utf-8", kamergraph.export.csv(page.selection)),
    turtle: () => download("kamergraph.ttl", "text/turtle;charset=utf-8", kamergraph.export.turtle(page.selection)),
    graphml: () => download("kamergraph.graphml", "application/xml;charset=utf-8", kamergraph.export.graphml(page.selection)),
    svg: () => download("kamergraph.svg", "image/svg+xml;charset=utf-8", kamergraph.picture.svg(pictured(state.read()).content)),
    png: async () => download("kamergraph.png", "image/png", await kamergraph.picture.png(pictured(state.read()).pixels)),
    print: () => print(),
  };

  function steps(number) {
    const current = state.read();
    const open = current.pick.node ? [{ key: current.pick.node }] : current.open.slice(0, Math.max(graph.opening.length, 1));
    if (open.length) state.change({ open, steps: number, all: false });
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (["1", "2", "3"].includes(event.key)) steps(Number(event.key));
    else if (event.key === "Escape") history.back();
    else if (event.key === "/") element("search").focus();
    else return;
    event.preventDefault();
  }

  function nextTab(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    const at = state.TABS.indexOf(state.read().tab);
    const tab = state.TABS[(at + way + state.TABS.length) % state.TABS.length];
    element(`tab-${tab}`).focus();
    state.change({ tab });
  }

  for (const [id, write] of Object.entries(WRITERS)) element(id).addEventListener("click", write);
  element("start").addEventListener("click", () => state.change(state.start()));
  element("everything").addEventListener("click", () => state.change({ all: true, pick: {} }));
  element("back").addEventListener("click", () => history.back());
  element("redo").addEventListener("click", () => history.forward());
  for (const step of [1, 2, 3]) element(`step-${step}`).addEventListener("click", () => steps(step));
  for (const tab of state.TABS) {
    element(`tab-${tab}`).addEventListener("click", () => state.change({ tab }));
    element(`tab-${tab}`).addEventListener("keydown", nextTab);
  }
  element("language").addEventListener("click", () => state.change({ lang: words.language === "en" ? "nl" : "en" }));
  element("copy-link").addEventListener("click", () => copy(location.href));
  element("skip").addEventListener("click", (event) => {
    event.preventDefault();
    element("evidence").focus();
  });
  document.addEventListener("keydown", keys);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#save")) element("save").open = false;
  });
  window.addEventListener("hashchange", render);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  if (matchMedia("(max-width: 760px)").matches) element("filters-fold").open = false;
  addEventListener("DOMContentLoaded", render);
  return page;
})();
