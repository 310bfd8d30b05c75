"""The only writer: one function for each thing that can happen to a case."""
