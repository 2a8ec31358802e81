/* Where nodes stand. What was placed stays; what comes in is put near what it is tied to. The same view has the same places. */
kamergraph.places = (() => {
  const { things } = kamergraph.graph;
  const SETTLED = 200; // above this the places of the build are kept as they are
  const WIDE = 100; // pixels that a node takes with its label, roughly
  const HIGH = 58;
  const FEW = 12; // so few need no spreading
  const TURNS = 220;
  const EVEN = 0.65; // how far a crowded middle is spread over the box: 0 not at all, 1 until all lie as far apart

  const keep = (value, most) => Math.max(-most, Math.min(most, value));

  /* Give the box that so many nodes need with room for their labels. It goes by the window alone, so that what else comes and goes on the page moves nothing. */
  function room(number) {
    const [width, height] = [innerWidth > 760 ? innerWidth * 0.53 : innerWidth, Math.max(innerHeight * 0.73, 300)];
    const scale = Math.max(1, Math.sqrt((number * WIDE * HIGH * 1.5) / (width * height)));
    return { x: (width * scale) / 2 - 75, y: (height * scale) / 2 - 45 };
  }

  /* Spread the places of the build over the box. */
  function spread(nodes, box) {
    const places = nodes.map((node) => ({ x: things.x[node], y: things.y[node] }));
    for (const axis of ["x", "y"]) {
      const values = places.map((place) => place[axis]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      places.forEach((place, at) => {
        place[axis] = ((place[axis] - low) / (high - low || 1) - 0.5) * 2 * box[axis] + (at % (axis === "x" ? 7 : 5));
      });
    }
    return places;
  }

  /* One step of forces: all push each other away, ties pull together, nothing leaves the box, and what is held stays. */
  function pull(places, ties, { ideal, hold, box, heat, held }) {
    const push = places.map(({ x, y }) => ({ x: -x * 0.06, y: -y * 0.09 })); // towards the middle
    const add = (a, b, dx, dy, force) => {
      push[a].x += dx * force; push[a].y += dy * force;
      push[b].x -= dx * force; push[b].y -= dy * force;
    };
    for (let a = 0; a < places.length; a += 1) {
      if (held[a]) continue;
      for (let b = 0; b < places.length; b += 1) {
        if (b === a || (b < a && !held[b])) continue; // each pair once, and none of two that stay
        const dx = places[a].x - places[b].x || 0.1;
        const dy = places[a].y - places[b].y || 0.1;
        const square = dx * dx + dy * dy;
        if (square < 6 * ideal * ideal) add(a, b, dx, dy, (ideal * ideal) / square); // what lies far off is left alone
      }
    }
    for (const [a, b] of ties) {
      const dx = places[a].x - places[b].x;
      const dy = places[a].y - places[b].y;
      add(a, b, dx, dy, -Math.hypot(dx, dy) * hold);
    }
    places.forEach((place, at) => {
      if (held[at]) return;
      const length = Math.hypot(push[at].x, push[at].y) || 1;
      place.x = keep(place.x + (push[at].x / length) * Math.min(length, heat), box.x);
      place.y = keep(place.y + (push[at].y / length) * Math.min(length, heat), box.y);
    });
  }

  /* Spread places over the box: along each side, halfway to where they would stand in even steps. Who stands left or above of whom stays. */
  function even(places, box) {
    for (const axis of ["x", "y"]) {
      const order = [...places.keys()].sort((a, b) => places[a][axis] - places[b][axis] || a - b);
      order.forEach((at, rank) => {
        const step = (rank / Math.max(order.length - 1, 1) - 0.5) * 2 * box[axis];
        places[at][axis] = (1 - EVEN) * places[at][axis] + EVEN * step;
      });
    }
  }

  /* Push apart what still lies on another's label, beyond the box where there is no room in it: `sizes` are those of the labels. */
  function part(places, sizes, held) {
    const turns = held.includes(true) ? TURNS / 5 : TURNS;
    let apart = false;
    for (let turn = 0; turn < turns && !apart; turn += 1) {
      apart = true;
      for (let a = 0; a < places.length; a += 1) {
        if (held[a]) continue;
        for (let b = 0; b < places.length; b += 1) {
          if (b === a || (b < a && !held[b])) continue;
          const upper = places[a].y < places[b].y ? a : b;
          const [wide, high] = [(sizes[a].width + sizes[b].width) / 2, 32 + sizes[upper].height];
          const overX = wide - Math.abs(places[a].x - places[b].x);
          const overY = high - Math.abs(places[a].y - places[b].y);
          if (overX <= 1 || overY <= 1) continue;
          apart = false;
          const [axis, over] = overX / wide < overY / high ? ["x", overX] : ["y", overY];
          const way = places[a][axis] < places[b][axis] ? -1 : 1;
          if (!held[a]) places[a][axis] += (way * over) / 3;
          if (!held[b]) places[b][axis] -= (way * over) / 3;
        }
      }
    }
  }

  /* Put a new node beside the placed ones that it is tied to, each at another side of them. */
  function beside(at, ties, where, ideal) {
    const near = ties.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])).map((other) => where[other]).filter(Boolean);
    const middle = (axis) => (near.length ? near.reduce((sum, place) => sum + place[axis], 0) / near.length : 0);
    const angle = at * 2.4;
    return { x: middle("x") + Math.cos(angle) * ideal, y: middle("y") + Math.sin(angle) * ideal };
  }

  /* Give each node its place: `ties` are pairs of nodes, `known` the places that are to stay. */
  function arrange(nodes, ties, sizeOf, known = new Map()) {
    if (nodes.length > SETTLED && !known.size) return new Map(nodes.map((node) => [node, { x: things.x[node], y: things.y[node] }]));
    if (!nodes.length) return new Map();
    const index = new Map(nodes.map((node, at) => [node, at]));
    const distinct = new Set(ties.map(([from, to]) => [index.get(from), index.get(to)].sort((a, b) => a - b).join()));
    const pairs = [...distinct].map((pair) => pair.split(",").map(Number));
    const box = room(nodes.length);
    const held = nodes.map((node) => known.has(node));
    const ideal = Math.min(0.75 * Math.sqrt((4 * box.x * box.y) / nodes.length), 120);
    let places = known.size ? nodes.map((node) => known.get(node) && { ...known.get(node) }) : spread(nodes, box);
    places = places.map((place, at) => place ?? beside(at, pairs, places, ideal));
    const hold = Math.min(1, (1.2 * places.length) / (pairs.length || 1)) / ideal; // where all is tied to all, ties pull less
    if (nodes.length <= SETTLED && held.includes(false)) {
      const turns = known.size ? TURNS / 5 : TURNS; // beside what stays there is less to settle
      for (let turn = 0; turn < turns; turn += 1) pull(places, pairs, { ideal, hold, box, heat: (box.y / 6) * (1 - turn / turns) + 1, held });
      if (!known.size && nodes.length > FEW) even(places, box);
      part(places, nodes.map(sizeOf), held);
    }
    return new Map(nodes.map((node, at) => [node, { x: Math.round(places[at].x), y: Math.round(places[at].y) }]));
  }

  return { arrange };
})();
