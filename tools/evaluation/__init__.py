"""How well the reader reads: gold of our own and event records of others, scored and set out in one table."""
