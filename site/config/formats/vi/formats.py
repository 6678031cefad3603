"""Days and numbers as they are written in Viet Nam. The first form is the one that fields show."""

DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]
DATETIME_INPUT_FORMATS = ["%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%d %H:%M", "%Y-%m-%d"]

#: Django's own Vietnamese groups no digits.
NUMBER_GROUPING = 3
