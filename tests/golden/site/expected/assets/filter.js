// Filters the timeline in place. Each choice is a link to a page that shows the same without scripts; here it becomes a
// box to tick. What is ticked stands in the address, so that a filtered view can be sent and found again.
(() => {
  const timeline = document.querySelector("[data-timeline]");
  const panel = document.querySelector("[data-filters]");
  const words = document.querySelector("[data-filter-words]").content.cloneNode(true);

  const entries = [...timeline.querySelectorAll("[data-facets]")].map((element) => ({
    element,
    facets: new Set(element.dataset.facets.split(" ")),
    text: fold(element.textContent),
  }));
  const sections = [...timeline.querySelectorAll("[data-section]")].reverse();
  const boxes = [...panel.querySelectorAll("a[data-facet]")].map(boxOf);
  const groups = grouped(boxes);
  const form = words.querySelector("form");
  const query = form.elements.q;
  const order = form.elements.order;
  const status = form.querySelector("[role=status]");
  const clear = form.querySelector("[type=reset]");

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function groupOf(box) {
    return box.value.slice(0, box.value.indexOf(":"));
  }

  function grouped(items) {
    const found = new Map();
    for (const item of items) found.set(groupOf(item), [...(found.get(groupOf(item)) ?? []), item]);
    return found;
  }

  // A link with its count becomes a labelled box with the same words.
  function boxOf(link) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = link.dataset.facet;
    label.append(box, ...link.childNodes);
    for (const name of ["lang", "dir"]) {
      if (link.hasAttribute(name)) label.setAttribute(name, link.getAttribute(name));
    }
    link.replaceWith(label);
    return box;
  }

  function ticked() {
    return new Map(
      [...groups].map(([name, items]) => [name, items.filter((box) => box.checked).map((box) => box.value)]),
    );
  }

  // Choices of one group widen it, groups narrow one another. `without` leaves one group out, to count its choices.
  function fits(entry, choices, terms, without) {
    for (const [name, values] of choices) {
      if (name !== without && values.length && !values.some((value) => entry.facets.has(value))) return false;
    }
    return terms.every((term) => entry.text.includes(term));
  }

  function show() {
    const choices = ticked();
    const terms = fold(query.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of entries) {
      entry.element.hidden = !fits(entry, choices, terms);
      shown += !entry.element.hidden;
    }
    const isNarrowed = shown < entries.length;
    for (const section of sections) {
      section.hidden = isNarrowed && !section.querySelector("[data-facets]:not([hidden])");
    }
    for (const [name, items] of groups) count(items, entries.filter((entry) => fits(entry, choices, terms, name)));
    timeline.classList.toggle("is-narrowed", isNarrowed);
    status.textContent = status.dataset.words.replace("{shown}", shown).replace("{all}", entries.length);
    clear.hidden = !terms.length && ![...choices.values()].flat().length;
  }

  function count(items, found) {
    for (const box of items) {
      const number = found.reduce((sum, entry) => sum + entry.facets.has(box.value), 0);
      box.parentElement.querySelector("[data-count]").textContent = number;
      box.parentElement.classList.toggle("is-empty", !number && !box.checked);
    }
  }

  // Newest first turns years, months, days and cards around, each within what holds it.
  function turn() {
    const newest = order.value === "newest";
    if (newest === timeline.classList.contains("is-newest-first")) return;
    timeline.classList.toggle("is-newest-first", newest);
    for (const holder of [timeline, ...timeline.querySelectorAll("[data-turns]")]) {
      holder.append(...[...holder.children].filter((child) => child.matches("[data-section], [data-facets], .year-gap")).reverse());
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

  panel.prepend(form);
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
