"""The commands of the desk, by who gives them; ``desk.desk`` puts them together."""
