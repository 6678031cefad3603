"""An invented catalogue of any size, for load work; marked as fictional like the demo shops."""

from .load import SyntheticLoad, load_synthetic

__all__ = ["SyntheticLoad", "load_synthetic"]
