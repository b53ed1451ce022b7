"""Many disclosures seen together: who published, how a body moves over years, its units, and its peers."""
