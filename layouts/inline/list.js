// Narrows, turns and shortens the list of a frame as its address asks. All words stand in the page.
{
  const query = new URLSearchParams(location.search);
  const list = document.querySelector("[data-list]");
  const more = document.querySelector("[data-more]");
  const items = [...list.querySelectorAll("[data-precision]")];
  const limit = /^\d+$/.test(query.get("limit")) ? Number(query.get("limit")) : 0;

  // A year, month or day as a number that grows with time; what is not said of it is `rest`.
  function day(text, unknown, rest) {
    const [, year, month = rest, date = rest] = /^(-?\d{1,6})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?$/.exec(text ?? "") ?? [];
    return year ? year * 10_000 + month * 100 + Number(date) : unknown;
  }

  // An entry that may have happened within the span stays: a vague date or a range has several days.
  const from = day(query.get("from"), -Infinity, 0);
  const to = day(query.get("to"), Infinity, 99);
  const fits = ({ first, last }) => day(last, Infinity, 99) >= from && day(first, -Infinity, 0) <= to;

  if (query.get("order") === "newest" && list.dataset.list === "turns") {
    for (const holder of [list, ...list.querySelectorAll("ol")]) holder.append(...[...holder.children].reverse());
    items.reverse();
  }
  const shown = items.filter((item) => fits(item.dataset)).slice(0, limit || items.length);
  for (const item of items) item.hidden = !shown.includes(item);
  for (const part of list.querySelectorAll("section")) part.hidden = !part.querySelector("li:not([hidden])");
  if (shown.length < items.length) {
    const { words, none, all } = more.dataset;
    const told = shown.length ? words.replace("{shown}", shown.length).replace("{all}", all) : none;
    more.querySelector("span").textContent = told;
    more.hidden = false;
  }
}
