// Keeps a page up to date while `timeline serve` runs, and shows on it what keeps the site from being built.
(() => {
  if (window !== window.top) return; // a frame is loaded anew with the page around it

  const { version } = document.currentScript.dataset;
  let events, latest, panel, shown;

  // A page out of sight listens to nothing: a browser allows few connections, and a page that comes back asks anew.
  function listen() {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("/~/events");
    events.onmessage = ({ data }) => told(JSON.parse(data));
    events.onerror = () => events.readyState === EventSource.CLOSED && setTimeout(listen, 1000);
  }

  function told(state) {
    if (state.version !== version) reload();
    else if (panel || state.headline) show(state);
  }

  // A browser keeps the place in a page that it loads anew. Without the panel that place stands higher.
  function reload() {
    events.close();
    document.documentElement.style.overflowAnchor = "none";
    scrollBy({ top: -(shown?.offsetHeight ?? 0), behavior: "instant" });
    shown?.remove();
    location.reload();
  }

  async function show(state) {
    latest = state;
    panel ??= made();
    const [host, inside] = await panel;
    if (state !== latest) return;
    say(inside, state);
    inside.querySelector("ol").replaceChildren(...state.faults.map((fault) => item(inside, fault)));
    shown = state.headline ? host : undefined;
    if (shown) document.body.before(host); // the page begins below it, and scrolls under it
    else host.remove();
  }

  async function made() {
    const host = document.createElement("div");
    const inside = host.attachShadow({ mode: "open" });
    const [html, css] = await Promise.all(["panel.html", "panel.css"].map(part));
    inside.innerHTML = html;
    inside.adoptedStyleSheets = [await new CSSStyleSheet().replace(css)]; // the policy of a page lets no other be applied
    return [host, inside];
  }

  async function part(name) {
    return (await fetch(`/~/${name}`)).text();
  }

  function item(inside, fault) {
    const one = inside.querySelector("template").content.cloneNode(true);
    say(one, fault);
    one.querySelector("pre").hidden = !fault.here;
    return one;
  }

  function say(element, words) {
    for (const part of element.querySelectorAll("[data-say]")) part.textContent = words[part.dataset.say];
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
