"""Engines behind the product list and search: one interface (`base`), one module for each engine."""
