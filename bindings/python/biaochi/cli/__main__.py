"""Runs the command as `python -m biaochi.cli`."""

from biaochi.cli import main

main()
