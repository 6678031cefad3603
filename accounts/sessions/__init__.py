"""Sessions that know whose they are, so that all of a person's can be ended at once on every device."""
