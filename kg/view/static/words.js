"use strict";
const kamergraph = {};

/* The page's own words, in the language that was chosen. */
kamergraph.words = (() => {
  let table = {};
  let language = "nl";
  let numbers = new Intl.NumberFormat("nl");
  const writers = new Map(); // making one takes longer than a hundred dates

  /* Give a string of the table, with numbers for {n} and {m}. "een|meer" is one form for a single thing and one for others. */
  function say(key, n, m) {
    const [one, more] = (table[key] ?? "").split("|");
    const text = more !== undefined && n !== 1 ? more : one;
    return text.replaceAll("{n}", () => figure(n)).replaceAll("{m}", () => figure(m));
  }

  /* Write a number out: 1.234 or 1,234. */
  function figure(value) {
    return typeof value === "number" ? numbers.format(value) : value;
  }

  const moment = (iso) => Date.UTC(iso.slice(0, 4), (iso.slice(5, 7) || 1) - 1, iso.slice(8) || 1);

  /* Write out dates that are as precise as this one: "2018-07" is "juli 2018". */
  function writer(iso, month = "long") {
    const known = `${language} ${iso.length} ${month}`;
    const precision = { ...(iso.length > 4 && { month }), ...(iso.length > 7 && { day: "numeric" }) };
    if (!writers.has(known)) writers.set(known, new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", { year: "numeric", timeZone: "UTC", ...precision }));
    return writers.get(known);
  }

  /* Give an ISO date the way people write it; "" for none. */
  function day(iso, month) {
    return iso ? writer(iso, month).format(moment(iso)) : "";
  }

  /* Give the days of a meeting: "5–6 december 2017". */
  function days({ start, end }) {
    if (!end || end === start || end.length !== start.length || end < start) return day(start);
    return writer(start).formatRange(moment(start), moment(end));
  }

  function use(strings, chosen) {
    language = chosen in strings ? chosen : "nl";
    table = strings[language];
    numbers = new Intl.NumberFormat(language);
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.ariaLabel = element.title = say(element.dataset.label);
  }

  return { say, figure, day, days, moment, use, get language() { return language; } };
})();
