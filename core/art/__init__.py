"""All art of the site, drawn as plain SVG from data: bands, pictures, scenes, map, icons, seals.

Nothing here knows Django. The same arguments always give the same bytes, so a file name may carry a hash.
"""
