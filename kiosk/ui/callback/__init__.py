"""The call-back form without Qt: what it shows and what it asks for."""
