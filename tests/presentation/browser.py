"""A headless Chromium to look at pages with, where one is installed."""

from __future__ import annotations

import base64
import itertools
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import websocket

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)
PATIENCE = 30  # seconds for one answer


def executable() -> str | None:
    """The browser's path, None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Page:
    """An open page: what it asked for, and what it answers."""

    browser: Browser
    session: str
    target: str
    requests: list[str] = field(default_factory=list)

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; a promise is awaited."""
        answer = self.browser.call(
            "Runtime.evaluate", self.session, expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def resize(self, width: int) -> None:
        """Lay the page out again in another width."""
        self.browser.call("Emulation.setDeviceMetricsOverride", self.session, **_metrics(width))

    def print_preview(self, width: int) -> None:
        """Lay the page out as on paper that leaves it this width."""
        self.browser.call("Emulation.setEmulatedMedia", self.session, media="print")
        self.resize(width)

    def close(self) -> None:
        """Give back what the page takes."""
        self.browser.call("Target.closeTarget", targetId=self.target)

    def pdf(self) -> bytes:
        """The page as printed."""
        answer = self.browser.call("Page.printToPDF", self.session, preferCSSPageSize=True)
        return base64.b64decode(answer["data"])


class Browser:
    """A running browser, spoken to over its debugging port."""

    def __init__(self, socket: websocket.WebSocket) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._events: list[dict[str, Any]] = []

    def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Ask the browser for something and wait for its answer."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                return answer["result"]
            self._events.append(answer)

    def open(self, path: Path, *, width: int = 1280, dark: bool = False) -> Page:
        """Load a file and wait until it is there."""
        blank = self.call("Target.createTarget", url="about:blank", background=True)  # laid out, and painted for nobody
        target = blank["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable", session)
        self.call(
            "Emulation.setDeviceMetricsOverride",
            session,
            **_metrics(width),
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", session, features=[scheme])
        self._events.clear()
        self.call("Page.navigate", session, url=path.as_uri())
        self._wait("Page.loadEventFired", session)
        page = Page(self, session, target)
        page.evaluate("document.fonts.ready.then(() => true)")
        asked = [event for event in self._events if event.get("method") == "Network.requestWillBeSent"]
        page.requests = [event["params"]["request"]["url"] for event in asked]
        return page

    def _wait(self, event: str, session: str) -> None:
        while not any(each.get("method") == event and each.get("sessionId") == session for each in self._events):
            self._events.append(json.loads(self._socket.recv()))


def _metrics(width: int) -> dict[str, Any]:
    return {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """A browser for the time of the context."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *QUIET, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        assert process.stderr is not None
        try:
            address = next(line.split()[-1] for line in process.stderr if line.startswith("DevTools listening on"))
            socket = websocket.create_connection(address, timeout=PATIENCE)
            yield Browser(socket)
            socket.close()
        finally:
            process.kill()
            process.wait()
