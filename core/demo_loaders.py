"""Demo data of the rooms above the catalogue; `load_demo` runs the loaders once the demo shops are there."""

from collections.abc import Callable
from datetime import date

from core.slots import Slot

#: Takes the day from which dates are counted; returns one line of counts. Running it twice changes nothing.
demo_loaders: Slot[Callable[[date], str]] = Slot("demo loaders")
