"""What a script says about a client: one line of JSON for each feature on the standard output."""

import json
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

_printing = Lock()


class Verdict(Exception):
    def __init__(self, verdict, note):
        super().__init__(note)
        self.verdict = verdict


def differs(note):
    """Ends a feature that works, but not as against replicate.com."""
    raise Verdict("differs", note)


def absent(note):
    """Ends a feature that this client does not have."""
    raise Verdict("absent", note)


def check(claim, message):
    if not claim:
        raise AssertionError(message)


def equal(actual, expected, what):
    check(actual == expected, f"{what}: expected {expected!r}, got {actual!r}")


def feature(name):
    """Runs the decorated function at once and prints what came of it; one fault does not hide the next."""

    def run(body):
        finding = {"feature": name, "verdict": "works"}
        try:
            body()
        except Verdict as e:
            finding = {"feature": name, "verdict": e.verdict, "note": str(e)}
        except Exception as e:  # whatever a client throws is a finding
            finding = {"feature": name, "verdict": "fails", "note": f"{type(e).__name__}: {e}"[:600]}
        with _printing:
            print(json.dumps(finding), flush=True)
        return body

    return run


def beside(name, body):
    """Runs a feature in a thread of its own; the caller joins it."""
    thread = Thread(target=lambda: feature(name)(body))
    thread.start()
    return thread


def eventually(read, what, seconds=20):
    """What `read` gives once it gives something."""
    end = time.monotonic() + seconds
    while True:
        value = read()
        if value:
            return value
        check(time.monotonic() < end, f"{what} did not come within {seconds} s")
        time.sleep(0.05)


def thrown(body):
    try:
        body()
    except Exception as e:
        return e
    raise AssertionError("nothing was thrown")


@contextmanager
def receiver():
    """A receiver of webhooks on loopback: its URL, and the list of (headers, body) that grows."""
    deliveries = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            deliveries.append((dict(self.headers.items()), body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", deliveries
    finally:
        server.shutdown()
