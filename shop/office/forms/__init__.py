"""Forms of the office: made for thumbs, and kind to how people write amounts and numbers."""
