"""Asking for the page of one's own shop: claims of producers that the press named, registrations of new ones.

Nothing changes in public until staff have looked at the papers and decided, with a reason for the asker.
"""
