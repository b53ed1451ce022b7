"""Many departments in one run: children with limits, the notebook engine, the run and its log."""
