/* Puts the parts together: each change of the address draws them all anew. */
kamergraph.page = (() => {
  const { graph, state, words, make } = kamergraph;
  const { say, name } = words;
  const element = (id) => document.getElementById(id);
  const page = { selection: null, render, copy };

  function view(current) {
    const opened = current.all ? say("whole") : current.open.map((key) => name(graph.things[graph.byKey.get(key)])).join(` ${say("and")} `);
    element("view").replaceChildren(`${say("lookingAt")}: `, make("strong", {}, opened));
    element("start").textContent = say(graph.focused ? "startFocus" : "start");
    for (const step of [1, 2, 3]) {
      element(`step-${step}`).ariaPressed = String(!current.all && current.steps === step);
      element(`step-${step}`).title = say("step", step);
    }
    element("everything").ariaPressed = String(current.all);
  }

  function notes(current, selection) {
    const parts = [];
    if (!graph.items.length) parts.push(say("empty"));
    else if (!selection.listed.length && !selection.edges.length) parts.push(say("nothing"));
    if (selection.left) {
      const button = make("button", { type: "button", id: "every", className: "plain" }, say("drawAll", selection.total));
      button.addEventListener("click", () => state.change({ every: true }));
      parts.push(make("span", {}, `${say("capped", selection.left)} `, button));
    }
    if (selection.unheld) parts.push(selection.unheld === 1 ? say("unheldOne") : say("unheld", selection.unheld));
    element("notes").replaceChildren(...parts.flatMap((part) => [part, " "]));
  }

  function tabs(current) {
    for (const tab of ["network", "table"]) {
      const chosen = current.tab === tab;
      element(`tab-${tab}`).ariaSelected = String(chosen);
      element(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
      element(`pane-${tab}`).hidden = !chosen;
    }
  }

  function render() {
    const current = state.read();
    const focused = document.activeElement?.id;
    words.use(graph.strings, current.lang);
    const selection = kamergraph.selection.of(current);
    page.selection = selection;
    tabs(current);
    view(current);
    notes(current, selection);
    element("counts").textContent = say("counts", selection.listed.length, selection.nodes.length);
    element("csv").textContent = say("csv", selection.listed.length);
    element("network").ariaLabel = say("networkHelp");
    element("language").lang = current.lang === "en" ? "nl" : "en";
    kamergraph.facets.render(current, selection);
    kamergraph.search.render(current, selection);
    if (current.tab === "network") kamergraph.drawing.draw(current, selection);
    else kamergraph.table.render(current, selection);
    kamergraph.evidence.render(current, selection);
    if (focused && document.activeElement?.id !== focused) element(focused)?.focus({ preventScroll: true });
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
  }

  function steps(number) {
    const current = state.read();
    const open = current.pick.node ? [current.pick.node] : current.open.slice(0, Math.max(graph.opening.length, 1));
    state.change({ open, steps: number, all: false });
  }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea")) return;
    if (["1", "2", "3"].includes(event.key)) steps(Number(event.key));
    else if (event.key === "Escape") state.back();
  }

  element("start").addEventListener("click", () => state.change({ open: [...graph.opening], steps: graph.steps, all: false, every: false, pick: {} }));
  element("everything").addEventListener("click", () => state.change({ all: true, pick: {} }));
  element("back").addEventListener("click", state.back);
  for (const step of [1, 2, 3]) element(`step-${step}`).addEventListener("click", () => steps(step));
  for (const tab of ["network", "table"]) {
    element(`tab-${tab}`).addEventListener("click", () => state.change({ tab }));
    element(`tab-${tab}`).addEventListener("keydown", ({ key }) => {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      const other = tab === "table" ? "network" : "table";
      element(`tab-${other}`).focus();
      state.change({ tab: other });
    });
  }
  element("language").addEventListener("click", () => state.change({ lang: words.language === "en" ? "nl" : "en" }));
  element("copy-link").addEventListener("click", () => copy(location.href));
  element("skip").addEventListener("click", (event) => {
    event.preventDefault();
    element("evidence").focus();
  });
  document.addEventListener("keydown", keys);
  window.addEventListener("hashchange", render);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  if (matchMedia("(max-width: 760px)").matches) element("filters-fold").open = false;
  addEventListener("DOMContentLoaded", render);
  return page;
})();
