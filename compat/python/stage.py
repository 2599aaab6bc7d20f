"""Where the server under test is and what it serves; set by the test that starts the script."""

import os
from pathlib import Path

URL = os.environ["COMPAT_URL"]
TLS_URL = os.environ.get("COMPAT_TLS_URL")
LIMITED_URL = os.environ.get("COMPAT_LIMITED_URL")
LONG = os.environ.get("COMPAT_LONG") == "true"
WORK = Path(os.environ["COMPAT_WORK"])

# The model that Replicate's own client tests run.
CANARY_VERSION = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272"
CANARY = f"replicate/canary:{CANARY_VERSION}"
# Models of this test: what they do follows from their input.
PROP = "compat/prop"
WORDS = "compat/words"
REEL = "compat/reel"
STILL = "compat/still"

PICTURE = b"a picture, as far as anybody here can tell"
DATA_NOTE = "on a plain http base URL `url` is a `data:` URI of the file, since the client wraps only https and data"
