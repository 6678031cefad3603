"""What the pages of an office show, in a number of queries that does not grow with the shop."""
