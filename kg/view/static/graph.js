/* What the page holds: things, items and letters as the build wrote them in columns, and ways to find them. */
kamergraph.graph = (() => {
  const block = document.getElementById("data");
  const data = JSON.parse(block.textContent);
  block.remove(); // as text it is as large again
  const { things, items, letters } = data;
  for (const [column, [lists, numbers]] of Object.entries(items.lists)) items[column] = numbers.map((number) => lists[number]); // rows that are alike share a list
  delete items.lists;
  const STANCES = ["support", "oppose", "urge", "emphasise", "concern", "commit", "observe"];
  const KINDS = [...STANCES, "attendance", "invitation", "absence", "part"];
  const count = { things: things.key.length, items: items.key.length, letters: letters.key.length };
  const byKey = new Map(things.key.map((key, thing) => [key, thing]));
  const letterByKey = new Map(letters.key.map((key, letter) => [key, letter]));
  const kindOf = items.kinds.map((kind) => KINDS.indexOf(kind));
  const itemKey = (item) => items.key[item].replace("//", `${letters.key[items.letter[item]].slice("letter".length)}/`);

  const name = (thing) => (kamergraph.words.language === "en" && things.en[thing]) || things.nl[thing];
  const names = (list) => list.map(name).join(", ");
  const type = (thing) => things.types[things.type[thing]];
  const kind = (item) => KINDS[kindOf[items.kind[item]]];
  const isStance = (item) => kindOf[items.kind[item]] < STANCES.length;
  const text = (column, item) => items[`${column}s`][items[column][item]];

  /* Give the item with a key; undefined where there is none. Few are asked for, so that none is kept but these. */
  const asked = new Map([[undefined, undefined], [null, undefined]]);
  function itemOf(key) {
    if (!asked.has(key)) {
      const found = items.key.findIndex((_, item) => itemKey(item) === key);
      asked.set(key, found < 0 ? undefined : found);
    }
    return asked.get(key);
  }

  /* Give a meeting and those that it is part of, from the part to the whole. */
  function chain(meeting) {
    const found = [];
    for (let at = meeting; at >= 0 && !found.includes(at); at = things.partOf[at]) found.push(at);
    return found;
  }

  /* Give all that an item has to do with. */
  function touches(item) {
    return new Set([...items.holders[item], ...items.targets[item], ...items.subjects[item], ...items.addressees[item], ...chain(items.meeting[item])]);
  }

  const touching = things.key.map(() => []);
  for (let item = 0; item < count.items; item += 1) for (const thing of touches(item)) touching[thing].push(item);

  /* Give a thing's letters, each with how often it names the thing. */
  function named(thing) {
    const flat = things.letters[thing];
    return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
  }

  /* Give text without capitals and accents, as it is searched. */
  function fold(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  }

  /* Go over what is drawn of an item: from whom, to what, and the kind of line. */
  function lines(item, give) {
    for (const holder of items.holders[item]) for (const target of items.targets[item]) if (holder !== target) give(holder, target, kind(item));
    const members = items.members[item];
    for (let at = 0; at < members.length; at += 2) give(members[at + 1], members[at], "member");
  }

  return {
    ...data, STANCES, KINDS, count, byKey, itemOf, letterByKey, itemKey, name, names, type, kind, isStance, text, chain, touches, touching, named, fold, lines,
    opening: data.opening.map((key) => byKey.get(key)),
    empty: count.items === 0,
  };
})();
