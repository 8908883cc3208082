// "/" leads to the search from every page.
addEventListener("keydown", (event) => {
  const link = document.querySelector("a[rel=search]");
  const isTyping = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || isTyping || !link) return;
  event.preventDefault();
  const field = document.querySelector("form.search [type=search]");
  if (field) field.focus();
  else location.assign(`${link.href}#q`);
});
