"""From entries to the files of a full-text index."""
