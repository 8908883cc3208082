"""From `content/` to entries, the gazetteer and the site's settings: whole and checked, or a list of problems."""
