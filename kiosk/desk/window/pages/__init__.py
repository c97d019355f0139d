"""The pages of the desk's window; each knows its own fields and no other page."""
