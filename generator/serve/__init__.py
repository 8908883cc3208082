"""Shows the site while it is being written: watches its sources, serves its files, and tells open pages what is new."""
