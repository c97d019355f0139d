"""The requests that wait for a call, from the stick to what became of each."""
