/* The selection to take away: as a table, as Turtle, as GraphML. Addresses are those of the whole graph. */
kamergraph.export = (() => {
  const { graph, letters } = kamergraph;
  const { items, things } = graph;
  const HEAD = [
    "date", "file", "dossier", "number", "meeting", "meeting_start", "holders", "type", "role", "intended", "about", "topics", "addressees", "quote",
    "start", "end", "rule", "confidence", "id",
  ];
  const PREFIXES = {
    kg: "https://w3id.org/kamergraph/def#", dct: "http://purl.org/dc/terms/", nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    oa: "http://www.w3.org/ns/oa#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", schema: "https://schema.org/", xsd: "http://www.w3.org/2001/XMLSchema#",
  };

  /* Quote a value; one that a spreadsheet would take for a formula gets an apostrophe before it. */
  function quoted(value) {
    const text = String(value ?? "");
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  }

  function csv({ listed }) {
    const several = (list) => list.map(graph.name).join("|");
    const lines = listed.map((item) => {
      const [letter, meeting] = [items.letter[item], items.meeting[item]];
      return [
        graph.letters.date[letter], graph.letters.file[letter], graph.letters.dossier[letter], graph.letters.number[letter],
        meeting < 0 ? "" : graph.name(meeting), meeting < 0 ? "" : things.start[meeting], several(items.holders[item]), graph.kind(item), graph.text("role", item),
        items.intended[item] === 1, several(items.about[item]), several(items.subjects[item]), several(items.addressees[item]), letters.quote(item),
        items.start[item], items.end[item], graph.text("rule", item), items.confidence[item] < 0 ? "" : items.confidence[item], graph.base + graph.itemKey(item),
      ].map(quoted).join(",");
    });
    return `\ufeff${[HEAD.join(","), ...lines].join("\r\n")}\r\n`;
  }

  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const literal = (text, tail = "") => `"${String(text).replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign])}"${tail}`;
  const iri = (key) => `<${(/^https?:/.test(key) ? key : graph.base + key).replace(/[<>"{}|^`\\\s]/g, encodeURIComponent)}>`;
  const block = (subject, facts) => `${subject} ${facts.join(" ;\n    ")} .\n`;

  /* Give the address of a holder: a collective has one in each stance. */
  function holder(item, thing) {
    return iri(things.base[thing] ? `${graph.itemKey(item)}/${things.base[thing]}` : things.key[thing]);
  }

  function groups(item) {
    const members = items.members[item];
    return items.holders[item].filter((thing) => things.base[thing]).map((thing) => {
      const named = members.filter((_, at) => at % 2 && members[at - 1] === thing).map((member) => `kg:includes ${holder(item, member)}`);
      return block(holder(item, thing), ["a kg:Group", `rdfs:label ${literal(things.nl[thing], "@nl")}`, `kg:base ${iri(things.base[thing])}`, ...named]);
    });
  }

  function words(item) {
    const text = `text/${graph.letters.key[items.letter[item]].slice("letter/".length)}`;
    const place = `${items.start[item]},${items.end[item]}`;
    const [span, quote] = [iri(`${text}#char=${place}`), iri(`${text}#quote=${place}`)];
    return [span, [
      block(span, [`nif:beginIndex ${items.start[item]}`, `nif:endIndex ${items.end[item]}`, `nif:referenceContext ${iri(text)}`, `oa:hasSelector ${quote}`]),
      block(quote, ["a oa:TextQuoteSelector", `oa:exact ${literal(letters.quote(item))}`]),
    ]];
  }

  function statement(item) {
    const [span, evidence] = words(item);
    const shared = [`kg:letter ${iri(graph.letters.key[items.letter[item]])}`, `kg:evidence ${span}`, ...(items.meeting[item] < 0 ? [] : [`kg:meeting ${iri(things.key[items.meeting[item]])}`])];
    const rule = graph.text("rule", item) ? [`kg:rule ${literal(graph.text("rule", item))}`] : [];
    if (!graph.isStance(item)) {
      return [block(iri(graph.itemKey(item)), ["a kg:Attendance", `kg:attendee ${iri(things.key[items.holders[item][0]])}`, `kg:role ${literal(graph.text("role", item))}`, ...shared, ...rule]), ...evidence];
    }
    const held = items.holders[item].flatMap((thing, at) => [`kg:holder ${holder(item, thing)}`, `kg:${items.hows[items.how[item][at]]}Holder ${holder(item, thing)}`]);
    const subjects = items.subjects[item].filter((thing) => !things.key[thing].startsWith("heading/")).map((thing) => `kg:onTopic ${iri(things.key[thing])}`);
    return [block(iri(graph.itemKey(item)), [
      "a kg:Stance", `kg:type kg:${graph.kind(item)}`, ...held, ...items.about[item].map((thing) => `kg:about ${iri(things.key[thing])}`), ...subjects,
      ...items.addressees[item].map((thing) => `kg:addressee ${iri(things.key[thing])}`), ...shared, ...rule,
      ...(items.confidence[item] < 0 ? [] : [`kg:confidence ${literal(items.confidence[item], "^^xsd:decimal")}`]),
      ...(items.intended[item] ? ["kg:intended true"] : []), ...(items.negated[item] ? ["kg:negated true"] : []),
      ...(graph.text("heading", item) ? [`kg:topic ${literal(graph.text("heading", item), "@nl")}`] : []),
    ]), ...groups(item), ...evidence];
  }

  function turtle({ listed }) {
    const own = [...new Set(listed.map((item) => items.letter[item]))].map((letter) => block(iri(graph.letters.key[letter]), [
      "a kg:Letter", `kg:file ${literal(graph.letters.file[letter])}`, ...(graph.letters.title[letter] ? [`dct:title ${literal(graph.letters.title[letter], "@nl")}`] : []),
      ...(graph.letters.date[letter] ? [`dct:issued ${literal(graph.letters.date[letter], "^^xsd:date")}`] : []),
    ]));
    const touched = new Set(listed.flatMap((item) => [...graph.touches(item)]));
    const described = [...touched].filter((thing) => !things.base[thing] && !things.key[thing].startsWith("heading/") && graph.type(thing) !== "Letter").sort((a, b) => a - b);
    const known = described.map((thing) => block(iri(things.key[thing]), [
      `a kg:${graph.type(thing)}`, `rdfs:label ${literal(things.nl[thing], "@nl")}`, ...(things.partOf[thing] < 0 ? [] : [`schema:superEvent ${iri(things.key[things.partOf[thing]])}`]),
      ...(things.start[thing] ? [`schema:startDate ${literal(things.start[thing], `^^xsd:${["gYear", "gYearMonth", "date"][things.start[thing].split("-").length - 1]}`)}`] : []),
    ]));
    const head = Object.entries(PREFIXES).map(([name, value]) => `@prefix ${name}: <${value}> .\n`);
    return [...head, ...own, ...known, ...listed.flatMap(statement)].join("");
  }

  const xml = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  function graphml({ nodes, bundles }) {
    const key = (id, of, type = "string") => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`;
    const data = (name, value) => `<data key="${name}">${xml(value)}</data>`;
    const points = nodes.map((node) => `<node id="${xml(things.key[node])}">${data("label", graph.name(node))}${data("type", graph.type(node))}</node>`);
    const lines = bundles.map(({ id, from, to, line, items: own }) =>
      `<edge id="${id.replaceAll(" ", "-")}" source="${xml(things.key[from])}" target="${xml(things.key[to])}">${data("kind", line)}${data("weight", own.length)}${data("quotes", own.map(letters.quote).filter(Boolean).join(" | "))}</edge>`);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      key("label", "node"), key("type", "node"), key("kind", "edge"), key("weight", "edge", "int"), key("quotes", "edge"),
      '<graph edgedefault="directed">', ...points, ...lines, "</graph>", "</graphml>", "",
    ].join("\n");
  }

  return { csv, turtle, graphml, xml };
})();
