// For the pages of others: turns each link and quotation of the class timeline-embed that leads to this site into a
// frame as high as what it shows. Without this script they stay what they are.
(() => {
  // The site is where this script comes from, or, for a copy that a host keeps, where it was made for. An image of the
  // name currentScript would be found by it.
  const home = {{ absolute(view.root) | json }};
  const own = document.currentScript;
  const sites = [own instanceof HTMLScriptElement && own.src, home].flatMap((src) => src ? new URL(".", src) : []);
  const once = Symbol.for(`timeline-embed ${sites}`);
  if (window[once]) return;
  window[once] = true;
  const PAGE = /^({% for prefix in view.prefixes %}{{ prefix }}\/|{% endfor %})(?:embed\/)?(?:(timeline|(?:{{ view.kinds | join("|") }})\/[^/]+)\/|(-?\d[^/]*)\/|\/?)$/;
  const frames = new Map();

  // The frame that shows what a page of the site shows; nothing for any other page, here or elsewhere. A disk has no
  // server that would find the file of a folder.
  function addressOf({ host, pathname, search, hash }) {
    const site = sites.find((each) => host === each.host && pathname.startsWith(each.pathname));
    const path = site && pathname.slice(site.pathname.length).replace(/\/?(index\.html)?$/, "/");
    const [page, prefix, name = "timeline", year] = path?.match(PAGE) ?? [];
    return page && `${site}${prefix}embed/${year ? `years/${year}` : name}/${site.host ? "" : "index.html"}${search}${hash}`;
  }

  function scan() {
    for (const place of document.querySelectorAll("a.timeline-embed, blockquote.timeline-embed")) {
      const link = [place, ...place.querySelectorAll("a")].find(addressOf);
      if (link && ![...frames].some(([frame, other]) => other === place && frame.isConnected)) add(place, link);
    }
  }

  function add(place, link) {
    const frame = document.createElement("iframe");
    frame.title = link.textContent.trim();
    frame.loading = "lazy";
    frame.src = addressOf(link);
    // A strict policy forbids styles in the markup of a page, not those that a script sets.
    Object.assign(frame.style, { border: 0, display: "block", height: "480px", padding: 0, width: "100%" });
    frame.style.maxWidth = `${place.dataset.width}px`;
    frames.set(frame, place);
    place.after(frame);
  }

  // What stood in its place is there until the frame has come, in case it never does.
  addEventListener("message", ({ source, data }) => {
    for (const [frame, place] of frames) {
      if (!source || source !== frame.contentWindow || data?.sentinel !== "amp" || data.type !== "embed-size"
        || !(data.height > 0)) continue;
      // Styles of the host may shrink what has a height, and not what has a least one.
      frame.style.height = frame.style.minHeight = `${Math.min(Math.max(Math.ceil(data.height), 50), 1e5)}px`;
      place.style.display = "none";
    }
  });

  function start() {
    scan();
    new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true });
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
