/* The strip of time: how much was said when. Dragging over it narrows the selection to a period. */
kamergraph.strip = (() => {
  const { graph, state } = kamergraph;
  const { say, day } = kamergraph.words;
  const { draw, element, make } = kamergraph.dom;
  const { items } = graph;
  const HIGH = 40;
  const MONTHLY = 3; // years; a longer time is shown by the year
  const BEAT = 1400; // milliseconds that play stays with one period
  const PART = items.kinds.indexOf("part");
  const svg = element("strip");
  let bins = [];
  let dragged = null;
  let timer = 0;

  const dates = items.dates.filter(Boolean).sort();
  const years = dates.length ? Number(dates.at(-1).slice(0, 4)) - Number(dates[0].slice(0, 4)) + 1 : 0;
  const digits = years > MONTHLY ? 4 : 7;

  /* Give all years, or months, from the first to the last of the graph. */
  function axis() {
    if (!dates.length) return [];
    const [first, last] = [dates[0], dates.at(-1)];
    const list = [];
    for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
      if (digits === 4) list.push(String(year));
      else for (let month = 1; month <= 12; month += 1) list.push(`${year}-${String(month).padStart(2, "0")}`);
    }
    return list;
  }

  const bars = axis();
  const binOf = items.dates.map((date) => (date ? bars.indexOf(date.length < digits ? `${date.slice(0, 4)}-01` : date.slice(0, digits)) : -1));

  function count(timed) {
    const counts = bars.map(() => 0);
    for (const item of timed) if (items.kind[item] !== PART && binOf[items.date[item]] >= 0) counts[binOf[items.date[item]]] += 1;
    return counts;
  }

  const chosen = (period) => (period ? [bars.findIndex((bar) => bar >= period[0].slice(0, digits)), bars.findLastIndex((bar) => bar <= period[1].slice(0, digits))] : null);

  function render(current, selection) {
    element("time").hidden = bars.length < 2;
    if (bars.length < 2) return;
    bins = count(selection.timed);
    paint(dragged ?? chosen(current.period));
    const told = current.period ? [...new Set(current.period)].map((date) => day(date)).join(" – ") : say("allTime");
    element("period").textContent = told;
    element("all-time").hidden = !current.period;
    for (const [id, at] of [["since", 0], ["until", 1]]) choices(element(id), chosen(current.period)?.[at] ?? (at ? bars.length - 1 : 0));
    element("play").textContent = say(timer ? "pause" : "play");
    element("play").ariaPressed = String(timer !== 0);
    svg.setAttribute("aria-label", say("stripHelp"));
  }

  function choices(select, at) {
    if (select.options.length !== bars.length || select.lang !== kamergraph.words.language) {
      select.replaceChildren(...bars.map((bar) => make("option", { value: bar }, day(bar, "short"))));
      select.lang = kamergraph.words.language;
    }
    select.value = bars[at];
  }

  function paint(range) {
    const high = Math.max(...bins, 1);
    const width = 100 / bars.length;
    const inside = (at) => !range || (at >= range[0] && at <= range[1]);
    const marks = bins.map((number, at) => {
      const tall = number ? Math.max((Math.sqrt(number / high)) * (HIGH - 16), 3) : 0.7;
      return draw("rect", { x: `${at * width + width * 0.12}%`, width: `${width * 0.76}%`, y: HIGH - 14 - tall, height: tall, rx: 1.5, class: inside(at) ? "bar-in" : "bar-out" },
        draw("title", {}, `${day(bars[at])}: ${say("statements", number)}`));
    });
    const every = Math.ceil(bars.length / Math.max(svg.clientWidth / 52, 2));
    const labels = bars.flatMap((bar, at) => {
      const labelled = digits === 4 ? at % every === 0 : bar.endsWith("-01");
      const anchor = at && digits === 4 ? "middle" : "start";
      return labelled ? [draw("text", { x: `${(at + (anchor === "middle" ? 0.5 : 0)) * width}%`, y: HIGH - 2, "text-anchor": anchor }, bar.slice(0, 4))] : [];
    });
    const window = range ? draw("rect", { x: `${range[0] * width}%`, width: `${(range[1] - range[0] + 1) * width}%`, y: 0, height: HIGH - 12, class: "brush", rx: 3 }) : "";
    svg.replaceChildren(window, ...marks, ...labels);
  }

  function binAt(event) {
    const box = svg.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.x) / box.width) * bars.length)));
  }

  const ordered = ([a, b]) => (a < b ? [a, b] : [b, a]);
  const periodOf = ([from, until]) => (from === 0 && until === bars.length - 1 ? null : [bars[from], bars[until]]);

  svg.addEventListener("pointerdown", (event) => {
    stop();
    svg.setPointerCapture(event.pointerId);
    dragged = [binAt(event), binAt(event)];
    paint(dragged);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    dragged[1] = binAt(event);
    paint(ordered(dragged));
  });
  svg.addEventListener("pointerup", () => {
    if (!dragged) return;
    const period = periodOf(ordered(dragged));
    dragged = null;
    state.change({ period });
    kamergraph.page.render();
  });

  function stop() {
    clearInterval(timer);
    timer = 0;
  }

  /* Go to the next period in which something was said; after the last one it starts over. */
  function advance() {
    const now = chosen(state.read().period);
    const next = bins.findIndex((number, at) => number > 0 && at > (now ? now[1] : -1));
    if (next < 0) {
      stop();
      state.change({ period: null }, true);
    } else state.change({ period: [bars[next], bars[next]] }, true);
    kamergraph.page.render();
  }

  element("play").addEventListener("click", () => {
    if (timer) {
      stop();
      kamergraph.page.render();
      return;
    }
    timer = setInterval(advance, BEAT);
    state.change({ period: null }, true);
    advance();
  });
  element("all-time").addEventListener("click", () => {
    stop();
    state.change({ period: null });
  });
  for (const id of ["since", "until"]) {
    element(id).addEventListener("change", () => {
      stop();
      const range = ["since", "until"].map((each) => bars.indexOf(element(each).value));
      state.change({ period: periodOf(ordered(range)) });
    });
  }

  return { render };
})();
