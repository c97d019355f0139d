"""The call-back request: what it asks, what a number and a name may be, what is promised."""
