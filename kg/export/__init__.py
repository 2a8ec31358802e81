"""The graph in the formats of other tools. Every format is one module that is loaded when it is asked for."""
