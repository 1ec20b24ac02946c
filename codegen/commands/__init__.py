"""The command line: arguments in, exit code out. Modules import the steps only when a command needs them."""
