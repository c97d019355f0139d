"""The self-check: questions, rules, the laws they keep, and the way through them."""
