"""How people write days, by language; Django has the rest."""
