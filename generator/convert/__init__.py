"""From a raw article to a draft entry that a person reviews."""
