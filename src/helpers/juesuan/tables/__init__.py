"""What the audits of a folder come to together: joined tables that other tools open, and what their columns mean."""
