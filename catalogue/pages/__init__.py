"""What the pages of products, producers and certificates show, worked out before any template."""
