// The snippet that Datawrapper gives to those who embed its charts.
addEventListener("message", (event) => {
  const heights = event.data["datawrapper-height"];
  if (heights === undefined) return;
  for (const frame of document.querySelectorAll("iframe")) {
    for (const id in heights) if (frame.contentWindow === event.source) frame.style.height = `${heights[id]}px`;
  }
});
