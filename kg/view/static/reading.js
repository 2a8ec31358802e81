/* A letter to read, with the names and the stances in it marked where they stand; or the list of letters in view. */
kamergraph.reading = (() => {
  const { graph, letters, state } = kamergraph;
  const { say, day } = kamergraph.words;
  const { make, button, element } = kamergraph.dom;
  const { items, things } = graph;
  const SHORT = 0.65; // a line that much shorter than the longest one ends on purpose
  const pane = element("pane-letters");
  let seen = "";

  /* Give for every character how it is shown, and where paragraphs and lines end. */
  function layout(text) {
    const signs = Array.from(text);
    const rows = text.split("\n");
    const lengths = rows.map((row) => row.trim().length).filter(Boolean).sort((a, b) => a - b);
    const usual = Math.min(lengths[Math.floor(lengths.length * 0.8)] ?? 0, 110);
    const ends = []; // [place after the row, whether a blank row follows]
    let at = 0;
    rows.forEach((row, number) => {
      const length = Array.from(row).length;
      const next = rows[number + 1];
      if (next !== undefined) {
        const blank = /^[\s\f]*$/.test(next);
        const broken = letters.isBroken(row, next);
        const short = row.trim() !== "" && row.trim().length < usual * SHORT;
        const ended = blank || (!broken && (short || /^\s*([-•*–]|\d+[.)])\s/.test(next)));
        if (ended) ends.push([at + length + 1, blank]);
        signs[at + length] = ended || broken ? "" : " ";
        if (broken) signs[at + row.trimEnd().length - 1] = letters.hyphen(row, next);
      }
      at += length + 1;
    });
    return { signs: signs.map((sign) => (sign === "\f" ? "" : sign)), ends };
  }

  /* Give what is marked: the stances and names in a passage, and the chosen item whatever it is; and all places where one begins or ends. */
  function cuts(letter, passage, chosen) {
    const said = items.key.map((_, item) => item).filter((item) => items.letter[item] === letter && (graph.isStance(item) || item === chosen));
    const spans = [
      ...said.map((item) => ({ item, start: items.start[item], end: items.end[item] })),
      ...letters.places(letter).map(([thing, start, end]) => ({ thing, start, end })),
    ].filter(({ start, end }) => start >= passage.start && end <= passage.end);
    const at = new Set([passage.start, passage.end, ...spans.flatMap(({ start, end }) => [start, end])]);
    return { spans, at };
  }

  function piece(text, running, begun) {
    const own = running.filter(({ item }) => item !== undefined);
    const named = running.filter(({ thing }) => thing !== undefined).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const words = named ? mention(text, named) : text;
    if (!own.length) return words;
    const inner = own.reduce((one, other) => (other.end - other.start < one.end - one.start ? other : one));
    const line = graph.kind(inner.item);
    const signs = begun.filter(({ item }) => item !== undefined).map(({ item }) => anchor(item));
    const marked = make("mark", { className: `said ${line}`, "data-item": graph.itemKey(inner.item) }, words);
    marked.addEventListener("click", (event) => {
      if (!event.target.closest("a")) choose(inner.item);
    });
    return make("span", {}, ...signs, marked);
  }

  /* The sign in front of a stance: what the keyboard reaches. */
  function anchor(item) {
    const line = graph.kind(item);
    const sign = kamergraph.lines.SIGNS[line] ?? "·";
    const made = button(`said-${item}`, sign, () => choose(item), `sign-button ${line}`);
    made.ariaLabel = `${kamergraph.table.who(item)} ${say(`kind_${line}`)}`;
    return made;
  }

  function mention(text, { thing, start }) {
    const made = make("a", { href: "#", id: `at-${start}-${thing}`, className: "mention", title: `${graph.name(thing)} (${say(`type_${graph.type(thing)}`)})` }, text);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      state.change({ pick: { node: things.key[thing] } });
    });
    return made;
  }

  const choose = (item) => state.change({ pick: { item: graph.itemKey(item) } });

  function paragraphs(letter, passage, chosen) {
    const { signs, ends } = layout(passage.text);
    const { spans, at } = cuts(letter, passage, chosen);
    ends.forEach(([end]) => at.add(passage.start + end));
    const places = [...at].sort((a, b) => a - b);
    const blanks = new Map(ends.map(([end, blank]) => [passage.start + end, blank]));
    const done = [];
    let open = make("p", { className: "line" });
    for (let number = 0; number + 1 < places.length; number += 1) {
      const [from, to] = [places[number], places[number + 1]];
      const text = signs.slice(from - passage.start, to - passage.start).join("");
      const running = spans.filter(({ start, end }) => start <= from && end >= to);
      if (text) open.append(piece(text, running, running.filter(({ start }) => start === from)));
      if (blanks.has(to) || number + 2 === places.length) {
        if (blanks.get(to)) open.classList.add("last");
        if (open.textContent.trim()) done.push(open);
        else done.at(-1)?.classList.add("last");
        open = make("p", { className: "line" });
      }
    }
    done.forEach((each, number) => {
      const alone = (number === 0 || done[number - 1].classList.contains("last")) && each.classList.contains("last");
      if (alone && each.textContent.length < 90 && /[^.,:;!?)]\s*$/.test(each.textContent)) each.classList.add("heading");
    });
    return done;
  }

  function read(letter, current) {
    const own = graph.letters;
    const passages = letters.passages(letter);
    const whole = passages.length === 1 && passages[0].start === 0;
    const head = make("header", {},
      button("all-letters", say("allLetters"), () => state.change({ letter: "" }), "plain"),
      make("h2", {}, own.title[letter] || own.file[letter]),
      make("p", { className: "note" }, [day(own.date[letter]), kamergraph.evidence.paper(letter), own.signed[letter].join(", "), own.file[letter]].filter(Boolean).join(" · ")),
      whole ? null : make("p", { className: "note" }, say("partOnly")),
    );
    const body = passages.flatMap((passage, at) => [at || passage.start ? make("p", { className: "gap" }, "[…]") : null, ...paragraphs(letter, passage, graph.itemOf(current.pick.item))]);
    pane.replaceChildren(make("article", { className: "reading", lang: "nl" }, head, ...body.filter(Boolean)));
    show(current);
  }

  /* Mark the chosen stance, and bring it into sight when it was not chosen here. */
  function show({ pick }) {
    const marks = [...pane.querySelectorAll("mark")];
    const node = graph.byKey.get(pick.node);
    marks.forEach((mark) => mark.classList.toggle("chosen", mark.dataset.item === pick.item));
    pane.querySelectorAll(".mention").forEach((each) => each.classList.toggle("chosen", node !== undefined && each.id.endsWith(`-${node}`)));
    const first = pane.querySelector(".said.chosen") ?? pane.querySelector(".mention.chosen");
    if (!first) return;
    const [box, around] = [first.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (box.top < around.top || box.bottom > Math.min(around.bottom, innerHeight)) first.scrollIntoView({ block: "center" });
  }

  function list(selection) {
    const counts = new Map();
    for (const item of selection.listed) counts.set(items.letter[item], (counts.get(items.letter[item]) ?? 0) + 1);
    const order = [...counts].sort(([a], [b]) => graph.letters.date[b].localeCompare(graph.letters.date[a]) || a - b);
    const rows = order.map(([letter, number]) => make("li", {},
      button(`letter-${letter}`, graph.letters.title[letter] || graph.letters.file[letter], () => open(letter), "plain"),
      make("p", { className: "note" }, [day(graph.letters.date[letter]), kamergraph.evidence.paper(letter), graph.letters.file[letter], say("statements", number)].filter(Boolean).join(" · ")),
    ));
    pane.replaceChildren(make("h2", { className: "unseen" }, say("letters")), make("ul", { className: "letters" }, ...rows));
  }

  const open = (letter, pick) => state.change({ tab: "letters", letter: graph.letters.key[letter], ...(pick && { pick }) });

  function render(current, selection) {
    const letter = graph.letterByKey.get(current.letter);
    const item = graph.itemOf(current.pick.item);
    const key = JSON.stringify([current.letter, current.lang, item !== undefined && !graph.isStance(item) && item]);
    if (letter === undefined) list(selection);
    else if (key !== seen || !pane.querySelector(".reading")) read(letter, current);
    else show(current);
    seen = key;
  }

  return { render, open };
})();
