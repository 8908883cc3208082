/** Entries by date, each with its neighbours; a list of all, and one for each actor, place and theme. */
export default function (config) {
  for (const side of ["actors", "places", "themes"]) {
    config.addCollection(side, (all) => {
      const found = new Map();
      for (const entry of all.getFilteredByTag("entry")) {
        for (const id of entry.data[side] ?? []) found.set(id, [...(found.get(id) ?? []), entry]);
      }
      return [...found].sort().map(([id, entries]) => ({ id, entries }));
    });
  }
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
