"""The clinic's content: cards, reviews, the pathway, what is taken home."""
