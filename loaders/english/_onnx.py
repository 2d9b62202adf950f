"""Sessions of onnxruntime over the networks that ship."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import onnxruntime


def session_soon(path: Path) -> Callable[[], Any]:
    """Opens a session beside what else goes on, which takes as long as reading the frames does; the call waits for it.

    What goes wrong in it is raised by the call.
    """
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="network")
    opening = worker.submit(session, path)
    worker.shutdown(wait=False)
    return opening.result


def session(path: Path) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """A session over a network."""
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
