/* Who agreed with whom, and who did not, as far as the letters say so. */
kamergraph.agreement = (() => {
  const { items, kind, isStance } = kamergraph.graph;
  const SIDES = { support: 1, oppose: -1 };

  /* Give the cases in which holders agree or disagree, by pair: { one, other, agree: [[item, item]], differ: [...] }.

  They agree where they hold one stance together, and where both are for or both against something about the same thing at the same meeting;
  they differ where one is for and the other against. Other stances say nothing of it: two that urge something of Russia need not urge the
  same. Even so the thing may be the same and the matter not, so every case keeps its sentences. */
  function pairs(stances) {
    const found = new Map();

    function add(one, other, way, a, b) {
      if (one === other) return;
      const [low, high] = one < other ? [one, other] : [other, one];
      const id = `${low} ${high}`;
      if (!found.has(id)) found.set(id, { id, one: low, other: high, agree: [], differ: [] });
      found.get(id)[way].push(a === b ? [a] : [a, b]);
    }

    const sides = new Map();
    for (const item of stances.filter(isStance)) {
      const holders = items.holders[item];
      holders.forEach((one, at) => holders.slice(at + 1).forEach((other) => add(one, other, "agree", item, item)));
      if (!(kind(item) in SIDES)) continue;
      for (const thing of items.about[item]) {
        const place = `${thing} ${items.whole[item]} ${items.whole[item] < 0 ? items.letter[item] : ""}`;
        sides.set(place, [...(sides.get(place) ?? []), item]);
      }
    }
    for (const taken of sides.values()) {
      taken.forEach((a, at) => taken.slice(at + 1).forEach((b) => {
        const way = SIDES[kind(a)] === SIDES[kind(b)] ? "agree" : "differ";
        for (const one of items.holders[a]) for (const other of items.holders[b]) add(one, other, way, a, b);
      }));
    }
    return [...found.values()].sort((a, b) => weight(b) - weight(a) || a.one - b.one || a.other - b.other);
  }

  const weight = ({ agree, differ }) => agree.length + differ.length;

  return { pairs, weight };
})();
