"use strict";
const kamergraph = {};

/* The page's own words, in the language that was chosen. */
kamergraph.words = (() => {
  let table = {};
  let strings = {};
  let language = "nl";

  /* Give a string of the table with {n} and {m} filled in. */
  function say(key, n, m) {
    return (table[key] ?? "").replace("{n}", n).replace("{n}", n).replace("{m}", m);
  }

  function name(thing) {
    return (language === "en" && thing.en) || thing.nl;
  }

  /* Give an ISO date, as precise as it is, the way people write it. */
  function day(iso) {
    const [year, month, date] = (iso ?? "").split("-");
    if (!month) return year;
    const format = { year: "numeric", month: "long", timeZone: "UTC", ...(date && { day: "numeric" }) };
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", format).format(Date.UTC(year, month - 1, date ?? 1));
  }

  /* Give the days of a meeting: "5 december 2017 – 6 december 2017". */
  function days(thing) {
    return thing.end && thing.end !== thing.start ? `${day(thing.start)} – ${day(thing.end)}` : day(thing.start);
  }

  function use(all, chosen) {
    strings = all;
    language = chosen in strings ? chosen : "nl";
    table = strings[language];
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  }

  return { say, name, day, days, use, get language() { return language; } };
})();

/* Make an element: its tag, its properties, and what is in it (text is only ever text). */
kamergraph.make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
