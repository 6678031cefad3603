"""A shop as django-oscar 4.2 makes it, without a line of ours but its list: the peer to measure against."""
