"""How well the reader reads: gold of our own and event records of others, scored and set out in one table."""

from tools.evaluation._events import EventScore, score_events
from tools.evaluation._suites import Result, claim_results, event_results

__all__ = ["EventScore", "Result", "claim_results", "event_results", "score_events"]
