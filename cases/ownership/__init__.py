"""Who is behind a merchant: the structure, shares over all chains, control, owners, a chart."""
