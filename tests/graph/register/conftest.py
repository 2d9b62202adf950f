from __future__ import annotations

import pytest

from graph.register import Register


@pytest.fixture(scope="session")
def register() -> Register:
    return Register.load()
