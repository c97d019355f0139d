"""The call-back form: what it shows, what it asks for, and how that is kept."""
