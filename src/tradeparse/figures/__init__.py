"""Mentions become figures: anchors, frames, roles, periods, and at last records."""

from tradeparse.figures.reading import read_figures as read_figures
