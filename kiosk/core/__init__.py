"""What we say and decide: frozen values and pure functions."""
