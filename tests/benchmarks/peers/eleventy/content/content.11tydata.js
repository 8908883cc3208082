export default { layout: "entry.njk", tags: ["entry"], permalink: ({ page }) => `/entries/${page.fileSlug}/` };
