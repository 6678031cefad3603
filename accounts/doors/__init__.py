"""The doors of the site: sign-up, log-in, codes, second factor. allauth does the work, the rules are here."""
