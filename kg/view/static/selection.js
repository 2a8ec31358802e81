/* Which items and nodes are in view: those within reach of what was opened, less what the filters take out. */
kamergraph.selection = (() => {
  const LIMIT = 80;
  const SURE = [0.85, 0.7];
  const BANDS = ["sure", "fair", "unsure"];
  const { graph } = kamergraph;
  const { things, items, count } = graph;
  const { FACETS } = kamergraph.state;
  const YEARS = [...new Set(items.dates.map((date) => date.slice(0, 4)).filter(Boolean))].sort();
  const yearOf = items.dates.map((date) => YEARS.indexOf(date.slice(0, 4)));

  /* Give a list of one number, and the distinct ones of a list: the same list each time, since there are as many as items. */
  const NONE = [];
  const ones = new Map();
  const some = (number) => {
    if (number >= 0 && !ones.has(number)) ones.set(number, [number]);
    return ones.get(number) ?? NONE;
  };
  const sets = new Map();
  const distinct = (list) => {
    if (!sets.has(list)) sets.set(list, [...new Set(list)]);
    return sets.get(list);
  };

  /* Of every facet: the values of an item as numbers, and what stands for a number in the address. */
  const VALUES = {
    kind: (item) => some(graph.KINDS.indexOf(graph.kind(item))),
    stage: (item) => (graph.isStance(item) ? some(items.intended[item]) : NONE),
    year: (item) => some(yearOf[items.date[item]]),
    meeting: (item) => some(items.whole[item]),
    holder: (item) => (graph.isStance(item) ? distinct(items.holders[item]) : NONE),
    about: (item) => items.about[item],
    topic: (item) => items.subjects[item],
    certainty: (item) => some(items.confidence[item] < 0 ? -1 : SURE.filter((least) => items.confidence[item] < least).length),
  };
  const inThings = { name: (thing) => things.key[thing], number: (key) => graph.byKey.get(key) ?? -1 };
  const inList = (list) => ({ name: (at) => list[at], number: (value) => list.indexOf(value) });
  const NAMES = {
    kind: inList(graph.KINDS), stage: inList(["reported", "intended"]), year: inList(YEARS), certainty: inList(BANDS),
    meeting: inThings, holder: inThings, about: inThings, topic: inThings,
  };
  const table = Object.fromEntries(FACETS.map((facet) => [facet, Array.from({ length: count.items }, (_, item) => VALUES[facet](item))]));

  /* Give the step that reached each item, 0 where none did. */
  function reach(state) {
    const reached = new Uint8Array(count.items);
    if (state.all) return reached.fill(1);
    state.open.forEach(({ key, line }, place) => {
      let edge = [graph.byKey.get(key)];
      const seen = new Set(edge);
      const steps = !line && place < Math.max(graph.opening.length, 1) ? state.steps : 1;
      for (let step = 1; step <= steps; step += 1) {
        const next = new Set();
        for (const thing of edge) {
          for (const item of graph.touching[thing]) {
            if (line && graph.kind(item) !== line) continue;
            if (!reached[item] || reached[item] > step) reached[item] = step;
            for (const other of graph.touches(item)) if (!seen.has(other)) next.add(other);
          }
        }
        next.forEach((thing) => seen.add(thing));
        edge = next;
      }
    });
    return reached;
  }

  /* Give for each date of the graph whether it lies in the period, as far as both tell. */
  function inPeriod(period) {
    if (!period) return items.dates.map(() => true);
    const [from, until] = period;
    return items.dates.map((date) => {
      const shared = Math.min(from.length, date.length);
      return date !== "" && date.slice(0, shared) >= from.slice(0, shared) && date.slice(0, until.length) <= until;
    });
  }

  /* Give of each item how many filters take it out, and the last of them: -1 is the period. */
  function sieve(state) {
    const active = FACETS.filter((facet) => state.filters[facet].length);
    const chosen = active.map((facet) => new Set(state.filters[facet].map(NAMES[facet].number)));
    const dated = inPeriod(state.period);
    const fails = new Uint8Array(count.items);
    const last = new Int8Array(count.items).fill(-2);
    for (let item = 0; item < count.items; item += 1) {
      if (!dated[items.date[item]]) [fails[item], last[item]] = [1, -1];
      for (let at = 0; at < active.length; at += 1) {
        if (table[active[at]][item].some((value) => chosen[at].has(value))) continue;
        fails[item] += 1;
        last[item] = FACETS.indexOf(active[at]);
      }
    }
    return { fails, last };
  }

  /* Give the counts of one facet: what each value would show with the other filters as they are. */
  function counting(reached, { fails, last }, state) {
    return (facet) => {
      const at = FACETS.indexOf(facet);
      const counts = new Map(state.filters[facet].map((value) => [value, 0]));
      const numbers = new Uint32Array(Math.max(count.things, YEARS.length, graph.KINDS.length));
      const values = table[facet];
      for (let item = 0; item < count.items; item += 1) {
        if (!reached[item] || !(fails[item] === 0 || (fails[item] === 1 && last[item] === at))) continue;
        for (const value of values[item]) numbers[value] += 1;
      }
      numbers.forEach((number, value) => number && counts.set(NAMES[facet].name(value), number));
      return counts;
    };
  }

  /* Bundle items to lines: all of one kind from one thing to another are one. */
  function bundle(shown) {
    const bundles = new Map();
    for (const item of shown) {
      graph.lines(item, (from, to, line) => {
        const id = `${from} ${to} ${line}`;
        const known = bundles.get(id);
        if (known) known.items.push(item);
        else bundles.set(id, { id, from, to, line, items: [item] });
      });
    }
    return [...bundles.values()];
  }

  /* Order things by how near they are to what was opened, and how much is said of them. */
  function rank(state, reached, bundles) {
    const weight = new Map();
    for (const { from, to, line, items: own } of bundles) {
      const said = graph.STANCES.includes(line) ? own.length : 0; // who was there says less
      const step = own.reduce((least, item) => Math.min(least, reached[item]), 9);
      for (const end of [from, to]) {
        const known = weight.get(end);
        if (known) [known.step, known.count] = [Math.min(known.step, step), known.count + said];
        else weight.set(end, { step, count: said });
      }
    }
    const opened = state.all ? [] : state.open.map(({ key }) => graph.byKey.get(key));
    const order = [...weight].sort(([a, one], [b, other]) => one.step - other.step || other.count - one.count || a - b).map(([thing]) => thing);
    return [...new Set([...opened, ...order])];
  }

  function of(state) {
    const reached = reach(state);
    const sieved = sieve(state);
    const shown = [];
    const timed = [];
    for (let item = 0; item < count.items; item += 1) {
      if (!reached[item]) continue;
      if (!sieved.fails[item]) shown.push(item);
      if (!sieved.fails[item] || (sieved.fails[item] === 1 && sieved.last[item] === -1)) timed.push(item);
    }
    const bundles = bundle(shown);
    const ranked = rank(state, reached, bundles);
    const nodes = state.every ? ranked : ranked.slice(0, LIMIT);
    const drawn = new Set(nodes);
    const listed = shown.filter((item) => graph.kind(item) !== "part");
    return {
      shown: new Set(shown), timed, listed, nodes, drawn,
      stances: listed.filter(graph.isStance),
      passes: (item) => sieved.fails[item] === 0,
      left: ranked.length - nodes.length,
      total: ranked.length,
      unheld: listed.filter((item) => graph.isStance(item) && !items.holders[item].length).length,
      bundles: bundles.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
      counts: counting(reached, sieved, state),
    };
  }

  /* Give what would be in view with no filter: its nodes stand where they stand, whatever the filters. */
  function unfiltered(state) {
    return of({ ...state, ...kamergraph.state.unfiltered() });
  }

  return { of, unfiltered, YEARS, BANDS };
})();
