"""From the data of the plan to documents: Markdown, HTML, calendar, list of actions, JSON."""

__all__ = ["eigen_tekst", "formats", "levend", "plan_ics", "plan_json", "trial"]
"""The door: what other rooms may use."""
