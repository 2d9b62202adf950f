"""How the register's data files are made and compiled; needs the dependency group `register`."""
