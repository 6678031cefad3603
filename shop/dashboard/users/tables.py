from django_tables2 import Column
from oscar.apps.dashboard.users.tables import UserTable as StockUserTable


class UserTable(StockUserTable):
    """Users sorted by their full name; read by the view beside this file."""

    name = Column(accessor="get_full_name", order_by=("full_name",))
