"""Who is told, and how: mail."""
