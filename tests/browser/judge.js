// What no page of the site may hold, whoever wrote its texts: `judged` names it, `opened` also does what readers do.
(() => {
  const PROTOCOLS = /^(https?|mailto):$/;
  const LEADS = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background", "ping", "cite", "codebase"];
  const FOREIGN = "object, embed, applet, math, foreignObject:not([class]), frameset, base[href], template[shadowrootmode], [style]:not([data-preview] *, [data-preview]), [srcset],"
    + " [srcdoc], [contenteditable], [autofocus], [popover], main link, main meta, main style, main script:not([src]), video, audio, marquee";

  for (const name of ["alert", "confirm", "prompt", "print"]) {
    window[name] = () => (top.ran ??= []).push(`${name} in ${location}`);
  }

  // A script or style of the site comes from it, or stands in a frame before anything of an author.
  function isOwn(element, site) {
    if (element.src) return element.src.startsWith(site);
    return element.type === "application/ld+json" || !element.closest("main");
  }

  window.judged = (page, site) => {
    const found = [...page.querySelectorAll(FOREIGN)];
    for (const element of page.querySelectorAll("*")) {
      const leads = LEADS.filter((name) => element.hasAttribute(name)).map((name) => element.getAttribute(name));
      if (leads.some((lead) => !PROTOCOLS.test(new URL(lead, site).protocol))) found.push(element);
      if (element.getAttributeNames().some((name) => name.startsWith("on"))) found.push(element);
      if (element.matches("script, style") && !isOwn(element, site)) found.push(element);
      if (element.matches("img, iframe, form, script[src]")) {
        const lead = element.getAttribute("src") ?? element.getAttribute("action") ?? "";
        if (!new URL(lead, site).href.startsWith(site)) found.push(element);
      }
    }
    return found.map((element) => element.outerHTML.slice(0, 200));
  };

  // Each page in a frame of its own: what is wrong with it, and its words without white space.
  window.opened = (paths, site) => Promise.all(paths.map(async (path) => {
    const frame = Object.assign(document.createElement("iframe"), { src: site + path });
    await new Promise((done) => {
      frame.onload = done;
      document.body.append(frame);
    });
    const page = frame.contentDocument;
    page.addEventListener("click", (event) => {
      if (!PROTOCOLS.test(event.target.closest?.("a[href]")?.protocol)) return;
      event.preventDefault(); // it leads to another page
      event.stopPropagation();
    }, true);
    for (const element of page.querySelectorAll("main *")) {
      for (const name of ["pointerenter", "mouseover", "focus", "toggle", "animationend"]) element.dispatchEvent(new Event(name));
      if (element.matches("a, b, p, summary")) element.click?.();
    }
    const told = { path, found: judged(page, site), words: page.body.textContent.replace(/\s/g, "") };
    frame.remove();
    return told;
  }));
})();
