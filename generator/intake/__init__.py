"""What was made elsewhere, a timeline or a blog, becomes entries."""
