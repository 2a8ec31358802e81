"""What is done in a clause: which act its verb performs, and what negation, mood and strength make of it."""
