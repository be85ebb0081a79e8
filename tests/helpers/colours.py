"""How well colours stand out from each other, as WCAG 2.2 defines it."""

from __future__ import annotations

from collections.abc import Sequence


def contrast(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the contrast between two colours, each as its red, green and blue of 0 to 255."""
    below, above = sorted((_luminance(one), _luminance(other)))
    return (above + 0.05) / (below + 0.05)


def _luminance(rgb: Sequence[int]) -> float:
    parts = (part / 255 for part in rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
