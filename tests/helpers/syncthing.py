"""A real Syncthing that knows one other and nothing else: it listens and dials on this machine only."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SHARED = "routekaart"
"""How both call the folder that they share."""
KEY = "only-for-this-test"
TEMPORARY = ".syncthing."
"""How the name begins of a file that it is bringing in; one that it did not end stays for a day."""
START_SECONDS, SETTLE_SECONDS = 60, 180
_CONFIG = """<configuration version="36">
  <folder id="{shared}" path="{folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true"
      fsWatcherDelayS="1">
    {members}
    <minDiskFree unit="%">0</minDiskFree>
    <pullerPauseS>1</pullerPauseS>
    <maxConflicts>{conflicts}</maxConflicts>
  </folder>
  {devices}
  <gui enabled="true" tls="false"><address>127.0.0.1:{gui}</address><apikey>{key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
    <stunServer></stunServer>
    <announceLANAddresses>false</announceLANAddresses>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <setLowPriority>false</setLowPriority>
    <minHomeDiskFree unit="%">0</minHomeDiskFree>
  </options>
</configuration>
"""


class Engine:
    """Syncthing with *home* for itself, that shares *folder*."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.gui, self.port = _free_ports(2)
        self.process: subprocess.Popen[bytes] | None = None
        said = subprocess.run(
            ["syncthing", "generate", f"--home={home}", "--no-default-folder", "--skip-port-probing"],
            capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        self.device = re.findall(r"(?:[A-Z2-7]{7}-){7}[A-Z2-7]{7}", said.stdout + said.stderr)[-1]

    def knows(self, engines: Sequence[Engine], *, conflicts: int) -> None:
        """Share the folder with *engines*, of which this is one; of each file so many copies in conflict stay."""
        devices = [
            f'<device id="{engine.device}" name="laptop"><address>tcp://127.0.0.1:{engine.port}</address></device>'
            for engine in engines
        ]
        members = [f'<device id="{engine.device}"></device>' for engine in engines]
        text = _CONFIG.format(
            shared=SHARED, folder=self.folder, conflicts=conflicts, key=KEY, gui=self.gui, port=self.port,
            members="".join(members), devices="".join(devices),
        )  # fmt: skip
        (self.home / "config.xml").write_text(text, encoding="utf-8")

    def start(self) -> None:
        with (self.home / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart", "--no-upgrade"],
                stdout=log, stderr=log, env={**os.environ, "HOME": str(self.home), "STNOUPGRADE": "1"},
                start_new_session=True,
            )  # fmt: skip
        _wait(self._answers, START_SECONDS, self)

    def stop(self) -> None:
        """Let it stop in its own time, as when a laptop is shut."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        process, self.process = self.process, None
        if process:
            os.killpg(process.pid, how)  # a session of its own: whatever it started goes with it
            try:
                process.wait(START_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def ask(self, method: str, path: str) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.gui, timeout=30)  # knows no proxy
        try:
            connection.request(method, path, headers={"X-API-Key": KEY})
            answer = connection.getresponse()
            data = answer.read()
        finally:
            connection.close()
        assert answer.status == 200, (path, answer.status, data)
        return json.loads(data) if data.strip() else None

    def scan(self) -> None:
        """Look in the folder now, not when its watcher or the hour comes round."""
        self.ask("POST", f"/rest/db/scan?folder={SHARED}")

    def _answers(self) -> bool:
        try:
            return bool(self.ask("GET", "/rest/system/ping")["ping"] == "pong")
        except (OSError, AssertionError, http.client.HTTPException):
            return False

    def log(self) -> str:
        return (self.home / "log.txt").read_text(encoding="utf-8", errors="replace")[-4000:]


def settle(engines: Sequence[Engine]) -> None:
    """Wait until the folders of *engines* hold the same, and there is nothing left to do."""
    end = time.monotonic() + SETTLE_SECONDS
    while left := _left(engines):
        logs = "\n---\n".join(engine.log() for engine in engines)
        assert time.monotonic() < end, f"{left}\n{logs}"
        time.sleep(1)  # scanned without a break, it would not come round to trying again


def _left(engines: Sequence[Engine]) -> str:
    """Return what keeps *engines* from being done; nothing when they are."""
    for engine in engines:
        engine.scan()
    for engine in engines:
        now = engine.ask("GET", f"/rest/db/status?folder={SHARED}")
        if now["state"] != "idle" or now["needTotalItems"] or now["errors"]:
            return f"{engine.folder}: {now}"
        for other in engines:
            if other is not engine:
                done = engine.ask("GET", f"/rest/db/completion?folder={SHARED}&device={other.device}")
                if done["completion"] != 100 or done["needItems"] or done["needDeletes"]:
                    return f"{engine.folder} knows of the other: {done}"
    different = _inside(engines[0].folder).symmetric_difference(*(_inside(engine.folder) for engine in engines[1:]))
    return f"different: {sorted(name for name, _ in different)}" if different else ""


def _inside(folder: Path) -> frozenset[tuple[str, bytes]]:
    """Return all files in *folder* and what is in them, without what it does not share: see `.stignore`."""
    ignore = folder / ".stignore"
    apart = {".stfolder", ".stignore", *(ignore.read_text(encoding="utf-8").split() if ignore.exists() else [])}
    names = ((file, file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())
    return frozenset(
        (str(name), file.read_bytes())
        for file, name in names
        if name.parts[0] not in apart and not name.name.startswith(TEMPORARY)
    )


def _wait(ready: Callable[[], bool], seconds: float, *engines: Engine) -> None:
    end = time.monotonic() + seconds
    while not ready():
        logs = "\n---\n".join(engine.log() for engine in engines)
        assert time.monotonic() < end, f"Syncthing was not ready within {seconds} seconds\n{logs}"
        time.sleep(0.2)


def _free_ports(count: int) -> list[int]:
    """Return *count* ports of this machine that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()
