"""Who is told, and how: mail, webhooks, alerts."""
