// Tells the host how high this frame is, in every format that hosts are known to read, and leads links out of it. What a
// host says is never used but to see that it asks: the answer is the height, and who reads it need not be known.
if (parent !== window) {
  const PAUSE = 500; // milliseconds
  const SLACK = 8; // pixels that a border of the host may take from the empty edge of the frame
  const box = document.querySelector(".frame");
  const query = new URLSearchParams(location.search);
  const id = (query.get("childId") ?? "").includes("xPYMx") ? null : query.get("childId");
  let sent = 0;
  let pause = PAUSE;
  let due = 0;
  let resizer;

  const post = (message) => parent.postMessage(message, "*");
  const pym = (type, value) => post(["pym", id, type, value].join("xPYMx"));
  // WordPress writes its secret into the address when it finds the frame, which may be late.
  const secret = () => /[?&]secret=([a-z0-9]+)/i.exec(location.hash)?.[1];

  function tell(height) {
    post({ sentinel: "amp", type: "embed-size", height }); // AMP, Sidechain, @newswire/frames
    post({ "datawrapper-height": { [id ?? location.pathname]: height } });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height })); // Medium, Embedly
    if (id) pym("height", height);
    if (secret()) post({ message: "height", value: height, secret: secret() });
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:init`);
  }

  // The height of the card alone: it does not follow from that of the window, so that no answer of the host changes it.
  // A frame that is not shown has no width, and says nothing.
  function measure(isAsked) {
    const height = innerWidth ? Math.ceil(box.getBoundingClientRect().height - 0.01) : 0;
    if (!height || (height === sent && !isAsked)) return;
    if (height !== sent) pause = PAUSE;
    sent = height;
    due = performance.now() + pause;
    tell(height);
    settle();
  }

  // A host that listens late has missed what was said: it is said again while the frame has another height, ever more
  // rarely. And a browser lets a frame that is far from the screen know of nothing.
  function check() {
    const isMissed = sent && innerHeight !== sent && performance.now() > due;
    if (isMissed) pause *= 2;
    measure(isMissed);
  }

  function settle() {
    document.documentElement.style.overflowY = Math.abs(innerHeight - sent) <= SLACK ? "hidden" : "";
  }

  function isQuestion(data) {
    if (typeof data !== "string") {
      return data?.sentinel === "amp" ? data.type === "frames-init" : data?.message === "ready" && data.secret === secret();
    }
    resizer = /^\[iFrameSizer\]([^:]+):/.exec(data)?.[1] ?? resizer;
    return data.startsWith("[iFrameSizer]") || (id && data.startsWith(`pymxPYMx${id}xPYMx`));
  }

  // A sandbox may forbid to leave by the top, and to open a window; no sandbox forbids a frame to go where it leads.
  function leave(href) {
    if (open(href, "_top")) return;
    const other = open(href, "_blank");
    if (other) other.opener = null;
    else location.assign(href);
  }

  function follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const inner = link.getAttribute("href").startsWith("#") && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (inner && id) setTimeout(() => pym("scrollToChildPos", Math.round(inner.getBoundingClientRect().top)));
    if (inner || !/^https?:$/.test(link.protocol)) return;
    event.preventDefault();
    if (secret() && link.host === location.host) post({ message: "link", value: link.href, secret: secret() });
    else if (id) pym("navigateTo", link.href);
    else leave(link.href);
  }

  addEventListener("message", ({ source, data }) => {
    if (source === parent && isQuestion(data)) measure(true);
  });
  for (const name of ["load", "pageshow", "hashchange"]) addEventListener(name, () => measure(true));
  addEventListener("resize", () => {
    measure();
    settle();
  });
  addEventListener("toggle", () => measure(), true);
  addEventListener("click", follow);
  document.fonts.ready.then(() => measure(true));
  new ResizeObserver(() => measure()).observe(box);
  setInterval(check, PAUSE);
  measure();
  post({ sentinel: "amp", type: "embed-ready" });
}
