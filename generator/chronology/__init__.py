"""From entries to their order: pure, without disk, clock or HTML."""
