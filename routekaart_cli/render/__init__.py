"""From records to what a person or a program reads: pages of blocks, screens, plain lines, JSON, and the plan."""
