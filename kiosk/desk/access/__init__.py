"""Who can open requests: keys, words, people, the first day."""
