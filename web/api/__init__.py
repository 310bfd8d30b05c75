"""The REST door: JSON in, JSON or a problem document out; every rule is the desk's."""
