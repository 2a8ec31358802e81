"""When and where: the dates and places of a sentence, and which gathering each belongs to."""
