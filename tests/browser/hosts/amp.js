// Does with frames what amp-iframe does: takes no less than 100 pixels, and answers each wish.
addEventListener("message", ({ source, data }) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  const frame = [...document.querySelectorAll("iframe")].find((each) => each.contentWindow === source);
  const isGranted = data.height >= 100;
  if (isGranted) frame.setAttribute("height", data.height);
  const answer = isGranted ? "embed-size-changed" : "embed-size-denied";
  source.postMessage({ sentinel: "amp", type: answer, requestedHeight: data.height }, "*");
});
