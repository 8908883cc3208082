"""The `timeline` command: words in, words and an exit code out."""
