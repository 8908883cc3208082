// Filters the timeline in place. Each choice is a link to a page that shows the same without scripts; here it becomes a
// box to tick. What is ticked stands in the address, so that a filtered view can be sent and found again.
(() => {
  const timeline = document.querySelector("[data-timeline]");
  const panel = document.querySelector("[data-filters]");
  const form = panel.querySelector("form");
  const entries = [...timeline.querySelectorAll("[data-facets]")].map((element) => ({
    element,
    facets: new Set(element.dataset.facets.split(" ")),
    sections: around(element),
  }));
  const sections = timeline.querySelectorAll("[data-section]");
  const boxes = [...panel.querySelectorAll("a")].map(boxOf);
  const query = form.elements.q;
  const order = form.elements.order;
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // Only once words are looked for.
  function textOf(entry) {
    entry.text ??= fold(entry.element.textContent);
    return entry.text;
  }

  function groupOf(facet) {
    return facet.slice(0, facet.indexOf(":"));
  }

  // The day, the month and the year that an entry stands in.
  function around(element) {
    const section = element.parentElement.closest("[data-section]");
    return section ? [section, ...around(section)] : [];
  }

  // A link with its count becomes a labelled box with the same words; the side and the id stand in its address.
  function boxOf(link) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = decodeURIComponent(link.pathname).split("/").slice(-3, -1).join(":");
    label.append(box, ...link.childNodes);
    for (const name of ["lang", "dir"]) {
      if (link.hasAttribute(name)) label.setAttribute(name, link.getAttribute(name));
    }
    link.replaceWith(label);
    return box;
  }

  // What is ticked, by group.
  function ticked() {
    const found = new Map();
    for (const box of boxes) {
      if (box.checked) found.set(groupOf(box.value), [...(found.get(groupOf(box.value)) ?? []), box.value]);
    }
    return found;
  }

  // The groups that keep an entry out: choices of one group widen it, groups narrow one another.
  function against(entry, choices) {
    return [...choices].flatMap(([name, values]) => (values.some((value) => entry.facets.has(value)) ? [] : [name]));
  }

  // A choice counts the entries that no other group than its own keeps out.
  function show() {
    const choices = ticked();
    const terms = fold(query.value).split(/\s+/).filter(Boolean);
    const counts = new Map();
    const open = new Set();
    let shown = 0;
    for (const entry of entries) {
      const isFound = terms.every((term) => textOf(entry).includes(term));
      const groups = against(entry, choices);
      entry.element.hidden = !isFound || groups.length > 0;
      if (!isFound || groups.length > 1) continue;
      for (const facet of entry.facets) {
        if (!groups.length || groups[0] === groupOf(facet)) counts.set(facet, (counts.get(facet) ?? 0) + 1);
      }
      if (groups.length) continue;
      shown += 1;
      for (const section of entry.sections) open.add(section);
    }
    const isNarrowed = shown < entries.length;
    for (const section of sections) section.hidden = isNarrowed && !open.has(section);
    for (const box of boxes) label(box, counts.get(box.value) ?? 0);
    timeline.classList.toggle("is-narrowed", isNarrowed);
    status.textContent = status.dataset.words.replace("{shown}", shown).replace("{all}", entries.length);
    clear.hidden = !terms.length && !choices.size;
  }

  function label(box, number) {
    box.parentElement.querySelector(".filter-count").textContent = number;
    box.parentElement.classList.toggle("is-empty", !number && !box.checked);
  }

  // Newest first turns years, months, days and cards around, each within what holds it.
  function turn() {
    const newest = order.value === "newest";
    if (newest === timeline.classList.contains("is-newest-first")) return;
    timeline.classList.toggle("is-newest-first", newest);
    for (const holder of [timeline, ...timeline.querySelectorAll("[data-turns]")]) {
      const parts = [...holder.children].filter((child) => child.matches("[data-section], [data-facets], .year-gap"));
      if (parts.length > 1) holder.append(...parts.reverse());
    }
  }

  function read() {
    const state = new URLSearchParams(location.search);
    query.value = state.get("q") ?? "";
    order.value = state.get("order") === "newest" ? "newest" : "oldest";
    for (const box of boxes) {
      const [name, id] = box.value.split(":");
      box.checked = state.getAll(name).includes(id);
      if (box.checked) box.closest("details").open = true;
    }
    turn();
    show();
  }

  function write() {
    const state = new URLSearchParams();
    if (query.value.trim()) state.set("q", query.value.trim());
    for (const box of boxes.filter((each) => each.checked)) state.append(...box.value.split(":"));
    if (order.value === "newest") state.set("order", "newest");
    const search = state.toString();
    history.replaceState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
  }

  function change() {
    turn();
    show();
    write();
  }

  panel.addEventListener("change", change);
  query.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const box of boxes) box.checked = false;
    setTimeout(change);
  });
  addEventListener("popstate", read);
  panel.classList.add("is-live");
  read();
})();
