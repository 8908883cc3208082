// Does with frames what wp-includes/js/wp-embed.js does: says that it listens, and takes what names the frame's secret.
addEventListener("message", ({ source, data }) => {
  if (!data.secret || !data.message || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (frame.contentWindow !== source) continue;
    if (data.message === "height") frame.height = Math.min(Math.max(Number.parseInt(data.value, 10), 200), 1000);
    if (data.message === "link" && new URL(data.value).host === new URL(frame.src).host) {
      if (document.activeElement === frame) top.location.href = data.value;
    }
  }
});
addEventListener("DOMContentLoaded", () => {
  for (const frame of document.querySelectorAll("iframe")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
