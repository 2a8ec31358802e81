/* The text of the letters, read from the page when it is first asked for. Places count code points, as in the graph. */
kamergraph.letters = (() => {
  const { graph } = kamergraph;
  const ASTRAL = /[\ud800-\udbff]/;
  const BROKEN = /([\p{L}\d])-[^\S\n]*\n[^\S\n]*(?=([\p{L}\d][^\n]{0,20}))/gu;
  let block = null;
  const known = [];
  const folded = [];

  function read() {
    if (block === null) {
      const written = document.getElementById("texts");
      block = JSON.parse(written.textContent);
      written.remove(); // as text it is as large again
    }
    return block;
  }

  /* Give a letter's passages, in order: where each starts, its text, and how to cut it by code points. */
  function passages(letter) {
    known[letter] ??= passagesOf(read().passages[letter]);
    return known[letter];
  }

  function passagesOf(flat) {
    return Array.from({ length: flat.length / 2 }, (_, at) => {
      const [start, text] = [flat[2 * at], flat[2 * at + 1]];
      const signs = ASTRAL.test(text) ? Array.from(text) : text;
      const cut = (from, to) => (signs === text ? text.slice(from - start, to - start) : signs.slice(Math.max(from - start, 0), to - start).join(""));
      return { start, end: start + signs.length, text, cut };
    });
  }

  /* Give the places where a letter names things: [thing, start, end]. */
  function places(letter) {
    const flat = read().places[letter];
    let start = 0;
    return Array.from({ length: flat.length / 3 }, (_, at) => {
      start += flat[3 * at + 1];
      return [flat[3 * at], start, start + flat[3 * at + 2]];
    });
  }

  /* Give the passage in which an item's words stand. */
  function around(item) {
    const [start, end] = [graph.items.start[item], graph.items.end[item]];
    return passages(graph.items.letter[item]).find((passage) => passage.start <= start && passage.end >= end);
  }

  /* Give the exact words of an item; "" for one without. */
  function quote(item) {
    return graph.items.end[item] ? (around(item)?.cut(graph.items.start[item], graph.items.end[item]) ?? "") : "";
  }

  /* Tell what a hyphen at the end of a row is before the next row: "" for one that only broke a word ("samen-", "werking"), "-" for one
  that belongs to it ("NAVO-", "partners"), "- " where it stands for the rest of a word ("defensie-", "en veiligheidsbeleid"). */
  function hyphen(row, next) {
    if (/^\s*(en|of|noch|dan wel|respectievelijk)\s/.test(next)) return "- ";
    return /\p{Ll}-\s*$/u.test(row) && /^\s*\p{Ll}/u.test(next) ? "" : "-";
  }

  const isBroken = (row, next) => /[\p{L}\d]-\s*$/u.test(row) && /^\s*[\p{L}\d]/u.test(next);

  /* Give text in one line, with the words that were broken over two lines made whole. */
  function flow(text) {
    const joined = text.replace(BROKEN, (_, last, next) => last + hyphen(`${last}-`, next));
    return joined.replace(/\s+/g, " ");
  }

  /* Give a letter's text as it is searched. */
  function searched(letter) {
    folded[letter] ??= graph.fold(passages(letter).map(({ text }) => flow(text)).join(" "));
    return folded[letter];
  }

  return { passages, places, around, quote, flow, hyphen, isBroken, searched };
})();
