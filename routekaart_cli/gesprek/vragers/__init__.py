"""The ways to ask: menus, and plain lines."""
