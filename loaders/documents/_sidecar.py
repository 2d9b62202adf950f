from __future__ import annotations

import json
from pathlib import Path

from graph.errors import DocumentError
from loaders.documents._bytes import decode, open_regular, read_bounded
from loaders.documents._details import Details, details


def read_sidecar(path: Path) -> Details:
    """What the `.json` file beside an article says about it: title, date, url, outlet, author.

    Without such a file all are unknown. Raises `DocumentError` naming it.
    """
    sidecar = path.with_suffix(".json")
    if sidecar == path or not sidecar.exists():
        return Details()
    with open_regular(sidecar) as file:
        text = decode(read_bounded(file, sidecar), sidecar)
    try:
        data = json.loads(text)
        return details(data) if isinstance(data, dict) else _refuse(sidecar)
    except json.JSONDecodeError as error:
        raise DocumentError(sidecar, f"not JSON ({error.msg})", line=error.lineno) from None
    except (ValueError, RecursionError) as error:
        raise DocumentError(sidecar, str(error)) from None


def _refuse(sidecar: Path) -> Details:
    raise DocumentError(sidecar, "not a JSON object", remedy='write {"title": ..., "date": ..., "outlet": ...}')
