"""Verification by independent sources: who is asked, and what the answer makes of a check."""
