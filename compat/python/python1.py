"""Features of the PyPI client `replicate` 1.x against a Zoetrope server."""

import asyncio
import hashlib
import io

import replicate
from findings import absent, beside, check, differs, equal, eventually, feature, receiver, thrown
from replicate.client import Client
from replicate.exceptions import ModelError
from stage import CANARY, CANARY_VERSION, DATA_NOTE, LONG, PICTURE, PROP, REEL, STILL, TLS_URL, URL, WORDS
from stage import WORK

client = Client(base_url=URL)
SHA256 = hashlib.sha256(PICTURE).hexdigest()


def run_long():
    output = client.run(PROP, input={"text": "late", "seconds": 70})
    check(output is not None, "the output after 70 s is None")
    equal(output["text"], "late", "output after 70 s")


long_run = beside("run.long", run_long) if LONG else None


@feature("run")
def run():
    output = "".join(client.run(CANARY, input={"text": "Tracy"}))
    equal(output.strip(), "hello there, Tracy", "output of the version")
    equal(client.run(PROP, input={"text": "x"})["text"], "x", "output of the official model")
    # The module's own client, which reads the environment.
    equal(replicate.run(PROP, input={"text": "x"})["text"], "x", "output by the module")
    output = asyncio.run(Client(base_url=URL).async_run(PROP, input={"text": "x"}))
    equal(output["text"], "x", "output by async_run")


@feature("run.poll")
def run_poll():
    equal(client.run(PROP, input={"text": "x", "seconds": 1}, wait=False)["text"], "x", "output")


@feature("run.timeout")
def run_timeout():
    output = client.run(PROP, input={"text": "x", "seconds": 3}, wait=1)
    check(output is not None, "the output is None")
    equal(output["text"], "x", "output")


@feature("run.failed")
def run_failed():
    error = thrown(lambda: client.run(PROP, input={"text": "x", "fail": "no film today"}))
    check(isinstance(error, ModelError), repr(error))
    equal(error.prediction.error, "no film today", "error")


@feature("stream")
def stream():
    events = list(client.stream(WORDS, input={"text": "one two\nthree"}))
    equal("".join(str(event) for event in events), "one two\nthree", "text")
    equal(events[-1].event.value, "done", "last event")
    check(len({event.id for event in events}) > 1, "events have no ids of their own")

    async def read():
        found = await Client(base_url=URL).async_stream(WORDS, input={"text": "one two"})
        return "".join([str(event) async for event in found])

    equal(asyncio.run(read()), "one two", "text by async_stream")
    prediction = client.predictions.create(model=WORDS, input={"text": "one two"}, stream=True)
    equal("".join(str(event) for event in prediction.stream()), "one two", "text by prediction.stream")


@feature("stream.error")
def stream_error():
    error = thrown(lambda: list(client.stream(WORDS, input={"text": "one two", "fail": "lost the thread"})))
    check("lost the thread" in str(error), repr(error))


@feature("integration")
def integration():
    """What the client's own tests/test_stream.py asks of the canary: by the client, by the module, and async."""
    from replicate.stream import ServerSentEvent

    kinds = ServerSentEvent.EventType
    for of in (client, replicate):
        events = list(of.stream(CANARY, input={"text": "Hello"}))
        check(any(event.event == kinds.OUTPUT for event in events), "no output event")
        equal(events[0].event, kinds.OUTPUT, "first event")
        equal(events[-1].event, kinds.DONE, "last event")
        equal("".join(str(event) for event in events).strip(), "hello there, Hello", "text")

    async def read():
        return [event async for event in await Client(base_url=URL).async_stream(CANARY, input={"text": "Hello"})]

    equal(asyncio.run(read())[-1].event, kinds.DONE, "last event of async_stream")
    created = client.predictions.create(version=CANARY_VERSION, input={"text": "Hello"}, stream=True)
    equal(list(created.stream())[-1].event, kinds.DONE, "last event of prediction.stream")


@feature("progress")
def progress():
    prediction = client.predictions.create(model=PROP, input={"text": "x", "seconds": 2})
    seen = [prediction.status]

    def reload():
        prediction.reload()
        seen.append(prediction.status)
        return prediction.status == "succeeded"

    eventually(reload, "the end")
    check("processing" in seen, "never processing")
    check(prediction.progress is not None, f"no progress bar in the logs: {prediction.logs}")
    differs("the client has no callback; `prediction.reload()` shows status, logs and `progress`")


@feature("cancel")
def cancel():
    prediction = client.predictions.create(model=PROP, input={"text": "x", "seconds": 60})
    eventually(lambda: prediction.reload() or prediction.status == "processing", "processing")
    prediction.cancel()
    eventually(lambda: prediction.reload() or prediction.status == "canceled", "canceled")
    check(prediction.completed_at, "no completed_at")
    differs("the client has no abort signal; `prediction.cancel()` works")


@feature("paginate")
def paginate():
    pages = []
    for page in replicate.paginate(client.predictions.list):
        pages.append(page.results)
        if len(pages) == 3:
            break
    equal(len(pages), 3, "pages")
    ids = [each.id for page in pages for each in page]
    equal(len(set(ids)), len(ids), "ids seen once")


def uploaded(file, **options):
    output = client.run(PROP, input={"text": "x", "file": file}, **options)
    equal(output["sha256"], SHA256, "what the model read")


@feature("upload.buffer")
def upload_buffer():
    uploaded(io.BytesIO(PICTURE))


@feature("upload.blob")
def upload_blob():
    absent("Python has no Blob")


@feature("upload.path")
def upload_path():
    path = WORK / "python1-sheet.png"
    path.write_bytes(PICTURE)
    uploaded(path)


@feature("upload.stream")
def upload_stream():
    with (WORK / "python1-sheet.png").open("rb") as file:
        uploaded(file)


@feature("upload.data")
def upload_data():
    uploaded(io.BytesIO(PICTURE), file_encoding_strategy="base64")


@feature("files")
def files():
    path = WORK / "sheet.png"
    path.write_bytes(PICTURE)
    with path.open("rb") as content:
        file = client.files.create(content, metadata={"scene": 3})
    equal((file.name, file.content_type, file.size), ("sheet.png", "image/png", len(PICTURE)), "file")
    equal(file.metadata, {"scene": 3}, "metadata")
    equal(file.checksums["sha256"], SHA256, "sha256")
    equal(client.files.get(file.id).id, file.id, "get")
    check(any(each.id == file.id for each in client.files.list()), "not listed")
    client.files.delete(file.id)
    equal(thrown(lambda: client.files.get(file.id)).status, 404, "get after delete")


def read_all(of, name):
    output = of.run(STILL, input={"text": "bytes of a still"})
    path = WORK / name
    with path.open("wb") as file:
        file.write(output.read())
    equal(path.read_bytes(), b"bytes of a still", "file written")
    equal(b"".join(chunk for chunk in output), b"bytes of a still", "iterated")
    many = of.run(REEL, input={"text": "frame", "count": 3})
    equal([each.read() for each in many], [b"frame 0", b"frame 1", b"frame 2"], "files")
    return output.url


@feature("output.read")
def output_read():
    url = read_all(client, "python1-http.txt")
    check(url.startswith(("data:", "https:")), url)
    if url.startswith("data:"):
        differs(DATA_NOTE)


@feature("output.https")
def output_https():
    if not TLS_URL:
        absent("no TLS server was started")
    url = read_all(Client(base_url=TLS_URL), "python1-https.txt")
    check(url.startswith("https:"), url)


@feature("webhook")
def webhook():
    from replicate.webhook import InvalidSignatureError, Webhooks

    secret = client.webhooks.default.secret()
    with receiver() as (url, deliveries):
        prediction = client.predictions.create(
            model=PROP, input={"text": "hooked"}, webhook=url, webhook_events_filter=["completed"]
        )
        headers, body = eventually(lambda: deliveries and deliveries[0], "a delivery")
        Webhooks.validate(headers=headers, body=body, secret=secret, tolerance=60)
        forged = body.replace("hooked", "forged")
        error = thrown(lambda: Webhooks.validate(headers=headers, body=forged, secret=secret))
        check(isinstance(error, InvalidSignatureError), repr(error))
        check(prediction.id in body, "another prediction")


import python1_resources  # noqa: E402, F401

if long_run:
    long_run.join()
