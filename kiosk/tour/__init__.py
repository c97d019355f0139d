"""A guided visit to every screen: pictures to look at, and an inspection of each."""
