"""The action plan and the agenda as data: built from where a group is, before any document is made of them. Pure."""
