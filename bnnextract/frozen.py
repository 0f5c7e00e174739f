"""Dataclasses whose fields nobody sets again, as the type checker sees to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(*, eq: bool = True) -> Callable[[type[T]], type[T]]:
    """Make a class a dataclass with slots that is frozen for the type checker.

    With `eq` its objects are equal where their values are, and hashed by these; without, each is equal to itself alone.

    A dataclass that is frozen at run time, too, takes thrice as long to make, and some hundreds are made for an article.
    What is given to the users of the library is.
    """
    return dataclass(slots=True, eq=eq, unsafe_hash=eq)
