"""Where the work is done: threads of this process, each with a child at work, or a dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager

from juesuan.errors import JuesuanError

ANSWERS_WITHIN = "5s"

Chosen = AbstractContextManager[tuple[Executor, int]]


@contextmanager
def threads(jobs: int) -> Iterator[tuple[Executor, int]]:
    """An executor on this machine, and how many tasks it does at once."""
    with ThreadPoolExecutor(jobs) as executor:
        yield executor, jobs


@contextmanager
def cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a dask cluster whose workers see the same files under the same paths.

    Raises `JuesuanError` where dask is not installed or no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise JuesuanError("--scheduler needs dask; install it with: pip install 'juesuan[cluster]'") from None
    try:
        client = Client(scheduler, timeout=ANSWERS_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise JuesuanError(f"{scheduler}: no dask scheduler answers there ({error})") from None
    with client:
        yield client.get_executor(pure=False), max(1, sum(client.nthreads().values()))
