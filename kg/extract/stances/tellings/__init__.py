"""The ways in which a letter tells a position, each found by a file of its own: by a verb, a noun, a participle, in few words."""
