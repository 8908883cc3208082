// The builder of embeds. What is chosen is shown by the script that hosts use, and written into the codes to copy. These
// stand in the page for the whole chronology, so that this script has no markup of its own.
{
  const form = document.querySelector("form");
  const preview = document.querySelector("[data-preview]");
  const codes = [...document.querySelectorAll("[data-code]")].map((pre) => [pre, pre.textContent]);
  const { base } = form.dataset; // of the site on the web
  const root = new URL(".", new URL(form.dataset.root, location)).href; // of the copy of it that this page is in
  const homes = [...form.language.options].map(({ value }) => value).sort((a, b) => b.length - a.length);
  let turn = 0;
  let chosen;

  function say(what) {
    for (const each of document.querySelectorAll("[data-said]")) {
      each.hidden = true;
      setTimeout(() => (each.hidden = each.dataset.said !== what), 50); // so that it is told again, too
    }
  }

  function parsed(text) {
    return Object.assign(document.createElement("template"), { innerHTML: text });
  }

  // Of a page of the site, or of this copy: the home of its language, and the path from there.
  function split(address) {
    const whole = address.startsWith(root) ? base + address.slice(root.length) : address;
    const home = homes.find((each) => whole.startsWith(each));
    return [home, home && whole.slice(home.length)];
  }

  function options() {
    const fields = [...form.querySelectorAll("[data-option]:enabled")].filter(({ value }) => value.trim());
    return fields.length ? `?${new URLSearchParams(fields.map(({ name, value }) => [name, value.trim()]))}` : "";
  }

  // What oEmbed gives, with the title in the language chosen, and the date. A page opened from a disk cannot read it.
  async function given(frame, title) {
    const words = parsed(codes[0][1] + codes[1][1]).content;
    words.querySelector("a").textContent = words.querySelector("iframe").title = title;
    if (root.startsWith("file:")) return words;
    const path = frame.replace("embed/", "oembed/").replace(/\/(\?.*)?$/, ".json");
    return parsed((await (await fetch(root + path)).json()).html).content;
  }

  function fill(text, { page, frame, words }) {
    const code = parsed(text);
    const [quotation, plain, pym] = ["blockquote", "iframe", "div"].map((name) => code.content.querySelector(name));
    const { title } = words.querySelector("iframe");
    const width = form.width.value;
    const height = form.height.value || Math.min(parseInt(preview.lastChild.style.height), 800); // a screen at most
    if (quotation) {
      quotation.replaceChildren(...words.querySelector("blockquote").cloneNode(true).childNodes);
      quotation.querySelector("a").href = page;
      if (width) quotation.dataset.width = width;
    }
    if (plain) Object.assign(plain, { src: frame, title, width: width || "100%", height });
    if (pym) Object.assign(pym.dataset, { pymSrc: frame, pymTitle: title });
    if (pym && width) pym.style.maxWidth = `${width}px`;
    return code.innerHTML.replace(' async=""', " async");
  }

  function write() {
    for (const [pre, text] of chosen ? codes : []) {
      pre.firstChild.textContent = pre.dataset.code ? chosen.address : fill(text, chosen);
    }
  }

  async function show() {
    const mine = ++turn;
    const typed = form.page.value.trim();
    const [home, path] = split(typed || form.what.value);
    for (const field of form.querySelectorAll("[data-list]")) field.disabled = path?.startsWith("entries/");
    const address = form.language.value + path;
    const query = options();
    const link = document.createElement("a");
    const title = typed ? path : form.what.selectedOptions[0].text;
    const href = home && root + address.slice(base.length) + query;
    Object.assign(link, { className: "timeline-embed", textContent: title, href });
    link.dataset.width = form.width.value;
    preview.style.minHeight = `${preview.offsetHeight}px`; // what stands below stays where it is
    preview.replaceChildren(link);
    chosen = null;
    await null; // the script of hosts has seen it
    try {
      const frame = link.nextSibling.src.slice(root.length).replace(/index\.html(?=\?|$)/, "");
      const words = await given(frame, title);
      if (mine !== turn) return;
      chosen = { address, page: address + query, frame: base + frame, words };
      write();
    } catch {
      if (mine !== turn) return;
      preview.replaceChildren();
      preview.style.minHeight = 0;
      say("unknown");
    }
  }

  async function copy(pre) {
    try {
      await navigator.clipboard.writeText(pre.textContent);
      say("copied");
    } catch {
      getSelection().selectAllChildren(pre);
      say("selected");
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  // An address is taken whole; all else at once, so that who then presses a button finds it where it was.
  for (const name of ["input", "change"]) {
    form.addEventListener(name, ({ target }) => {
      const isAddress = target === form.page;
      if (isAddress !== (name === "change")) return;
      say();
      if (target === form.what) form.page.value = "";
      if (isAddress) form.language.value = split(target.value.trim())[0] ?? form.language.value;
      show();
    });
  }
  addEventListener("message", () => {
    preview.style.minHeight = 0; // the frame has told its height
    write();
  });
  for (const [pre] of codes) {
    const button = pre.nextElementSibling.firstChild;
    button.hidden = false;
    button.addEventListener("click", () => copy(pre));
  }
  const of = new URLSearchParams(location.search).get("of");
  if (of) form.what.value = of;
  if (form.what.selectedIndex < 0) {
    form.what.selectedIndex = 0;
    form.page.value = of;
  }
  form.hidden = preview.parentElement.hidden = false;
  show();
}
