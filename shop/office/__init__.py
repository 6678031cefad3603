"""The producer's own area, `/gian-hang/`: what a shop has to look after, on a phone, in few words."""
