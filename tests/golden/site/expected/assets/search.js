// The search page. It asks Pagefind, which reads its index piece by piece, and shows what that finds. What is looked
// for stands in the address. All words stand in the page, so that this script speaks no language.
{
  const AT_ONCE = 10;
  const PAUSE = 200; // milliseconds after the last key
  const form = document.querySelector("form.search");
  const facets = [...form.querySelectorAll("[data-facet]")];
  const list = document.querySelector(".search-results");
  const more = document.querySelector(".search-more");
  const pattern = document.querySelector("template");
  let pagefind;
  let found = [];
  let turn = 0;
  let timer;

  // The index has straight apostrophes: see generator/search/index.py.
  const straight = (text) => text.replace(/[’ʼ]/g, "'");
  const round = (text) => text.replace(/'/g, "’");

  function say(what, count) {
    for (const each of document.querySelectorAll("[data-said]")) {
      each.hidden = each.dataset.said !== what;
      if (count) each.querySelector("strong")?.replaceChildren(count.toLocaleString(document.documentElement.lang));
    }
  }

  function words(excerpt) {
    return excerpt.split(/(<mark>.*?<\/mark>)/).map((part) => {
      const text = round(part.replace(/<\/?mark>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">"));
      if (!part.startsWith("<mark>")) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });
  }

  // An excerpt says by its dots where it is cut.
  function cut({ content, plain_excerpt: plain, excerpt }) {
    const text = content.replace(/\s+/g, " ");
    return `${text.startsWith(plain) ? "" : "… "}${excerpt}${text.endsWith(plain) ? "" : " …"}`;
  }

  function item(data) {
    const { raw_url: path, meta } = data;
    const view = pattern.content.cloneNode(true);
    const [link, summary] = [view.querySelector("a"), view.querySelector(".card-summary")];
    for (const part of view.querySelectorAll("[data-meta]")) {
      if (meta[part.dataset.meta]) part.textContent = round(meta[part.dataset.meta]);
      else part.remove();
    }
    link.href = new URL(path, new URL(form.dataset.root, location.href));
    summary.append(...words(cut(data)));
    for (const text of meta.lang ? [link, summary] : []) Object.assign(text, { lang: meta.lang, dir: "auto" });
    return view;
  }

  async function show() {
    const [mine, shown] = [turn, list.children.length];
    const part = await Promise.all(found.slice(shown, shown + AT_ONCE).map((each) => each.data()));
    if (mine !== turn) return;
    list.append(...part.map(item));
    more.hidden = list.children.length >= found.length;
  }

  // How many would be found with each choice of a facet, the other facets as they are.
  async function count(term, chosen, result) {
    for (const facet of facets) {
      const { [facet.name]: own, ...others } = chosen;
      const counts = (own ? await pagefind.search(term, { filters: others }) : result).filters[facet.name] ?? {};
      for (const option of [...facet.options].filter((each) => each.value)) {
        option.dataset.label ??= option.textContent;
        option.textContent = `${option.dataset.label} (${counts[option.value] ?? 0})`;
        option.disabled = !counts[option.value] && !option.selected;
      }
    }
  }

  async function ask() {
    const mine = ++turn;
    const term = straight(form.q.value.trim()) || null;
    const chosen = Object.fromEntries(facets.filter((each) => each.value).map((each) => [each.name, each.value]));
    const order = form.order.value || (term ? "" : "asc");
    try {
      const result = await pagefind.search(term, { filters: chosen, sort: order ? { place: order } : {} });
      if (mine !== turn) return;
      await count(term, chosen, result);
      const isAsked = term || Object.keys(chosen).length;
      if (mine !== turn) return;
      found = isAsked ? result.results : [];
      list.replaceChildren();
      await show();
      say(isAsked && (found.length ? "found" : "none"), found.length);
    } catch (error) {
      console.error(error);
      say("fault");
    }
  }

  function address() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
    return `${location.pathname}${query.size ? `?${query}` : ""}`;
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of form.querySelectorAll("[name]")) {
      field.value = query.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0; // an address of somebody else’s making
    }
  }

  function go() {
    clearTimeout(timer);
    if (address() !== location.pathname + location.search) history.pushState(null, "", address());
    ask();
  }

  async function start() {
    try {
      pagefind = await import(new URL(form.dataset.engine, location.href));
      await pagefind.options({ excerptLength: 30 });
      await pagefind.filters();
    } catch {
      form.hidden = true;
      say(location.protocol === "file:" ? "disk" : "fault");
      return;
    }
    read();
    form.classList.add("is-live");
    if (location.hash === "#q") form.q.focus();
    await ask();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  form.addEventListener("change", (event) => {
    if (event.target !== form.q) go();
  });
  form.addEventListener("input", (event) => {
    if (event.target !== form.q) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      history.replaceState(null, "", address());
      ask();
    }, PAUSE);
  });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    more.disabled = true;
    await show();
    more.disabled = false;
    list.children[shown]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    read();
    ask();
  });
  start();

  // Who speaks to the computer, or hits keys by chance, can switch the key off (WCAG 2.2, 2.1.4). Where a browser keeps
  // nothing, there is neither this choice nor the key.
  const choice = document.querySelector(".search-key");
  const box = choice.querySelector("input");
  box.checked = !localStorage.slash;
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem("slash");
    else localStorage.slash = "off";
  });
  choice.hidden = false;
}
