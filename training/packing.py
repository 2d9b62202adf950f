"""Weights in files a quarter as large."""

from __future__ import annotations

import torch
from torch import Tensor


def packed(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Large matrices as whole numbers from -127 to 127 with a scale for every row."""
    found = {}
    for name, value in state.items():
        if value.ndim == 2 and value.numel() > 50_000:
            scale = value.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            found[name], found[f"{name}.scale"] = (value / scale).round().to(torch.int8), scale.float()
        else:
            found[name] = value.half()
    return {name: value.contiguous() for name, value in found.items()}


def unpacked(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """What `packed` made, in single precision."""
    return {
        name: value.float() * state[f"{name}.scale"] if f"{name}.scale" in state else value.float()
        for name, value in state.items()
        if not name.endswith(".scale")
    }
