"""From a chronology to pages: planned as data, then drawn by a pure function."""
