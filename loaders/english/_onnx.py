"""Sessions of onnxruntime over the networks that ship."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import onnxruntime

# Field numbers of onnx.proto: the graph of a model, an output of a graph, the name of a value.
_GRAPH, _OUTPUT, _NAME = 7, 12, 1
_BYTES = 2


def session_soon(path: Path, also: Sequence[str] = ()) -> Callable[[], Any]:
    """Opens a session beside what else goes on, which takes as long as reading the frames does; the call waits for it.

    What goes wrong in it is raised by the call.
    """
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="network")
    opening = worker.submit(session, path, also)
    worker.shutdown(wait=False)
    return opening.result


def session(path: Path, also: Sequence[str] = ()) -> Any:  # noqa: ANN401 - onnxruntime has no types
    """A session over a network; `also` are inner values that it should give out beside its own outputs, behind them."""
    options = onnxruntime.SessionOptions()
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    network = path.read_bytes() + b"".join(map(_output, also))
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _output(name: str) -> bytes:
    """A model that has one output and nothing else: two messages of Protocol Buffers in a row are merged into one.

    https://protobuf.dev/programming-guides/encoding/#last-one-wins
    """
    return _field(_GRAPH, _field(_OUTPUT, _field(_NAME, name.encode())))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    """A number as Protocol Buffers writes it: seven bits a byte, the lowest first.

    >>> list(_varint(300))
    [172, 2]
    """
    found = bytearray()
    while number > 0x7F:  # noqa: PLR2004
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*found, number])
