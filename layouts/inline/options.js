// What the address asks of the looks of a frame, before it is drawn: a scheme of its own, and no heading.
{
  const query = new URLSearchParams(location.search);
  const [root, scheme] = [document.documentElement, query.get("theme")];
  root.dataset.heading = query.get("heading") ?? "";
  if (scheme === "light" || scheme === "dark") {
    root.style.colorScheme = scheme;
    for (const { media } of document.styleSheets[0].cssRules) {
      if (media?.mediaText.includes("color-scheme")) media.mediaText = media.mediaText.includes(scheme) ? "all" : "not all";
    }
  }
}
