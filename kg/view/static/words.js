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

  const moment = (iso) => Date.UTC(iso.slice(0, 4), (iso.slice(5, 7) || 1) - 1, iso.slice(8) || 1);

  /* Write out dates that are as precise as this one: "2018-07" is "juli 2018". */
  function writer(iso, month = "long") {
    const precision = { ...(iso.length > 4 && { month }), ...(iso.length > 7 && { day: "numeric" }) };
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "nl-NL", { year: "numeric", timeZone: "UTC", ...precision });
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
