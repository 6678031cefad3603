"""Shops of others that ours is measured against, each set up in an environment of its own."""
