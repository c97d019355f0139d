"""What a touch has to pass before a screen hears of it."""
