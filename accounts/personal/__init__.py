"""A person's own data: all of it in one file, or gone everywhere at once.

Rooms fill `core.personal_data`; this package adds what belongs to the account itself, walks through all of
them, and then clears what no room owns: sessions, histories, logs of staff actions, results of tasks.
"""
