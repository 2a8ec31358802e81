/* What is looked at. All of it stands in the address behind the #, so that a link shows the same. */
kamergraph.state = (() => {
  const { graph } = kamergraph;
  const FACETS = ["kind", "stage", "year", "meeting", "holder", "about", "topic", "certainty"];
  const TABS = ["network", "pairs", "table", "timeline", "matrix", "letters"];
  const known = (key) => graph.byKey.has(key);
  const among = (...list) => (value) => list.includes(value);
  const VALID = { kind: among(...graph.KINDS), stage: among("reported", "intended"), certainty: among("sure", "fair", "unsure"), year: (value) => /^\d{4}$/.test(value) };
  const NOTHING = { open: graph.opening.map((thing) => ({ key: graph.things.key[thing] })), all: graph.whole, every: false, steps: graph.steps };
  let seen = "";
  let now = null;

  function read() {
    if (now === null || seen !== location.hash) [seen, now] = [location.hash, parse(new URLSearchParams(location.hash.slice(1)))];
    return now;
  }

  function parse(query) {
    const open = query.getAll("open").map(split).filter(({ key, line }) => known(key) && (!line || graph.KINDS.includes(line)));
    const number = (name, least, most, otherwise) => {
      const value = Number(query.get(name) ?? NaN);
      return Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
    };
    return {
      open: open.length ? open : NOTHING.open,
      all: query.has("all") ? query.get("all") === "1" : open.length ? false : NOTHING.all,
      every: query.get("every") === "1",
      steps: number("steps", 1, 3, NOTHING.steps),
      filters: Object.fromEntries(FACETS.map((facet) => [facet, query.getAll(facet).filter(VALID[facet] ?? known)])),
      period: /^\d{4}(-\d\d){0,2}~\d{4}(-\d\d){0,2}$/.test(query.get("period")) ? query.get("period").split("~") : null,
      tab: TABS.includes(query.get("tab")) ? query.get("tab") : "network",
      lang: query.get("lang") === "en" ? "en" : "nl",
      pick: pickOf(query),
      letter: graph.letterByKey.has(query.get("letter")) ? query.get("letter") : "",
      by: query.get("by") === "about" ? "about" : "topic",
      least: number("least", 1, 99, 1),
      pins: query.getAll("pin").map(pinOf).filter((pin) => known(pin.key)),
      embed: query.has("embed"),
    };
  }

  const split = (text) => {
    const [, key, line] = /^(.*?)(?:~(\w+))?$/s.exec(text);
    return line ? { key, line } : { key };
  };

  const pinOf = (text) => {
    const [, key, x, y] = /^(.*)@(-?\d{1,5}),(-?\d{1,5})$/s.exec(text) ?? [];
    return { key, x: Number(x), y: Number(y) };
  };

  function pickOf(query) {
    const [node, item, from, to, line] = ["node", "item", "from", "to", "line"].map((name) => query.get(name));
    if (known(node)) return { node };
    if (graph.itemOf(item) !== undefined) return { item };
    return known(from) && known(to) && [...graph.KINDS, "member", "pair", "held"].includes(line) ? { from, to, line } : {};
  }

  const opened = (open) => open.map(({ key, line }) => (line ? `${key}~${line}` : key));

  function write(state) {
    const query = new URLSearchParams();
    const [open, usual] = [opened(state.open), opened(NOTHING.open)];
    if (open.join("\n") !== usual.join("\n")) open.forEach((each) => query.append("open", each));
    if (state.all !== (query.has("open") ? false : NOTHING.all)) query.set("all", state.all ? "1" : "0");
    if (state.every) query.set("every", "1");
    if (state.steps !== NOTHING.steps) query.set("steps", state.steps);
    for (const facet of FACETS) state.filters[facet].forEach((value) => query.append(facet, value));
    if (state.period) query.set("period", state.period.join("~"));
    if (state.tab !== "network") query.set("tab", state.tab);
    if (state.lang !== "nl") query.set("lang", state.lang);
    for (const [name, value] of Object.entries(state.pick)) query.set(name, value);
    if (state.letter) query.set("letter", state.letter);
    if (state.by !== "topic") query.set("by", state.by);
    if (state.least !== 1) query.set("least", state.least);
    for (const { key, x, y } of state.pins) query.append("pin", `${key}@${x},${y}`);
    if (state.embed) query.set("embed", "1");
    return `#${query}`;
  }

  /* Change part of what is looked at. The browser's own history remembers what it was; `quietly` leaves no trace there. */
  function change(part, quietly = false) {
    const hash = write({ ...read(), ...part });
    if (hash === write(read())) return;
    if (!quietly) {
      location.hash = hash;
      return;
    }
    history.replaceState(null, "", hash);
    dispatchEvent(new Event("hashchange"));
  }

  const unfiltered = () => ({ filters: Object.fromEntries(FACETS.map((facet) => [facet, []])), period: null });
  const start = () => ({ ...NOTHING, pick: {}, pins: [] });

  return { FACETS, TABS, read, change, unfiltered, start };
})();
