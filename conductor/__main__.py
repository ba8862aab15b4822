"""`python -m conductor` is the `conductor` command."""

from conductor.interfaces.cli.app import main

main()
