// "/" leads to the search, unless that is switched off: see search.js.
addEventListener("keydown", (event) => {
  const link = document.querySelector("a[rel=search]");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || !link || localStorage.slash) return;
  if (event.target.closest?.("input, select, textarea")) return;
  event.preventDefault();
  const field = document.querySelector(".search [type=search]");
  if (field) field.focus();
  else location = `${link.href}#q`;
});
