"""What agents can do: typed functions, one concern a file, each behind the desk."""
