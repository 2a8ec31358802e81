/* What the page holds: things, items and edges as the build wrote them, and ways to find them. */
kamergraph.graph = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byKey = new Map(data.things.map((thing, index) => [thing.key, index]));
  const itemByKey = new Map(data.items.map((item, index) => [item.key, index]));
  const touching = data.things.map(() => []);

  /* Fill in what follows from the rest: whom an item starts from, the meeting it belongs to in the end, all that it touches. */
  for (const item of data.items) {
    for (const name of ["sources", "holders", "about", "addressees", "words"]) item[name] ??= [];
    if (item.holders.length) item.sources = [...new Set(item.holders.map(([thing]) => thing))];
    item.touches = new Set([...item.sources, ...item.about, ...item.addressees]);
    for (let at = item.meeting; at !== undefined && at !== item.whole; at = data.things[at].partOf) {
      if (item.touches.has(at) && !item.sources.includes(at) && !item.about.includes(at)) break;
      item.touches.add(at);
      item.whole = at;
    }
  }
  for (const edge of data.edges) {
    for (const index of edge.items) data.items[index].touches.add(edge.from).add(edge.to);
  }
  data.items.forEach((item, index) => item.touches.forEach((thing) => touching[thing].push(index)));
  const stances = new Set(["support", "oppose", "urge", "emphasise", "concern", "commit", "observe"]);

  /* Give text without capitals and accents, as it is searched. */
  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  }

  const names = data.things.map((thing) => fold([thing.nl, thing.en ?? "", ...(thing.aliases ?? [])].join(" | ")));
  const texts = data.items.map((item) => fold(item.words.map(([text]) => text).join("")));

  function findEdge(from, to, kind) {
    return data.edges.find((edge) => data.things[edge.from].key === from && data.things[edge.to].key === to && edge.kind === kind);
  }

  return {
    ...data, byKey, itemByKey, touching, fold, names, texts, findEdge,
    kinds: [...stances, "attendance", "invitation", "absence", "part"],
    isStance: (item) => stances.has(item.kind),
    quote: (item) => item.words.map(([text]) => text).join(""),
  };
})();
