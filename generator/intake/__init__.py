"""A timeline made elsewhere becomes entries."""
