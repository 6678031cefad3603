"""`manage.py load_synthetic`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from oscar.core.loading import get_model

from catalogue.synthetic import load_synthetic
from core.clock import today
from core.data_files import DataFileError

MOST_PRODUCTS = 2_000_000
#: Products of one producer where the number of producers is not given.
_EACH = 40


class Command(BaseCommand):
    """Adds an invented catalogue for load work."""

    help = "Adds invented products in bulk, for load work; refuses where orders exist."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--products", type=int, required=True, help="how many products to add")
        parser.add_argument(
            "--producers", type=int, help="how many producers to add (a fortieth of the products)"
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="of the dice; the same makes the same catalogue"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the numbers, then load all or nothing."""
        products = options["products"]
        if not 1 <= products <= MOST_PRODUCTS:
            raise CommandError(f"--products must be 1 to {MOST_PRODUCTS}, not {products}.")
        producers = max(1, products // _EACH) if options["producers"] is None else options["producers"]
        if not 1 <= producers <= products:
            raise CommandError(f"--producers must be 1 to the number of products, not {producers}.")
        if get_model("order", "Order").objects.exists():
            raise CommandError(
                "Nothing was loaded. There are orders here: invented goods must not mix with them."
            )

        def progress(line: str) -> None:
            if options["verbosity"]:
                self.stdout.write(f"  {line}")

        try:
            done = load_synthetic(
                progress, products=products, producers=producers, seed=options["seed"], day=today()
            )
        except DataFileError as error:
            raise CommandError(f"Nothing was loaded. {error}") from error
        self.stdout.write(
            f"{done.products} products of {done.producers} producers, {done.certificates} certificates "
            f"in {done.seconds:.1f} s: {done.per_second:.0f} products a second"
        )
