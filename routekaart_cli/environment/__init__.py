"""The world in one object: folder, streams, clock, terminal, pager, how we were called."""
