"""Consents: one for each purpose, given or withdrawn by the person alone, each with the text that was read.

The texts are dated in `accounts/data/consents.toml`. A text is never changed: a new one is added below it.
Boxes start empty; silence is no consent (Law 91/2025/QH15, Article 9).
"""
