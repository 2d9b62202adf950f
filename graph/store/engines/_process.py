"""Other processes: when they started, and their end."""

from __future__ import annotations

import psutil


def start_time(pid: int) -> float:
    """When the process started, in seconds since the epoch; 0.0 where there is no such process."""
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return 0.0


def end(pid: int, started: float, patience: float) -> bool:
    """End the process of that id and start time: ask, wait up to `patience` seconds, then kill.

    False where it has ended already or the id belongs to another process now.
    """
    try:
        process = psutil.Process(pid)
        # The clock of the system may be set while a process runs, by fractions of a second.
        if abs(process.create_time() - started) > 1 or process.status() == psutil.STATUS_ZOMBIE:
            return False
        process.terminate()
        if psutil.wait_procs([process], timeout=patience)[1]:
            process.kill()
            process.wait(timeout=patience)
    except psutil.NoSuchProcess:
        return False
    return True
