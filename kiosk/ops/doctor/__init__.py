"""What IT asks of an installed kiosk: is all well, and if not, what is wrong and how is it mended.

One module for each subject; `examination` has the list of all checks.
"""
