"""From pages to files in the output folder, each whole or not at all."""
