"""Blogs of Hugo, Jekyll and Eleventy: posts as their authors wrote them."""
