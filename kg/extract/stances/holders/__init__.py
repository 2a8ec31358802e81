"""Who does it: the words of a sentence that name those who hold a position."""
