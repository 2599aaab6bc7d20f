"""Features of the PyPI client `replicate` 2.0 (beta) against a Zoetrope server."""

import asyncio
import hashlib
import io

import replicate
from findings import absent, beside, check, differs, equal, eventually, feature, thrown
from replicate import AsyncReplicate, Replicate
from stage import CANARY, DATA_NOTE, LONG, PICTURE, PROP, REEL, STILL, TLS_URL, URL, WORDS
from stage import WORK

BASE = f"{URL}/v1"
client = Replicate(base_url=BASE)
OWNER, NAME = PROP.split("/")
SHA256 = hashlib.sha256(PICTURE).hexdigest()


def create(of=client, **options):
    return of.models.predictions.create(model_owner=OWNER, model_name=NAME, **options)


def run_long():
    output = client.run(PROP, input={"text": "late", "seconds": 70})
    check(output is not None, "the output after 70 s is None")
    equal(output["text"], "late", "output after 70 s")


long_run = beside("run.long", run_long) if LONG else None


@feature("run")
def run():
    equal("".join(client.run(CANARY, input={"text": "Tracy"})).strip(), "hello there, Tracy", "output of the version")
    equal(client.run(PROP, input={"text": "x"})["text"], "x", "output of the official model")
    replicate.base_url = BASE
    equal(replicate.run(PROP, input={"text": "x"})["text"], "x", "output by the module")
    say = replicate.use(CANARY)
    equal("".join(say(text="Tracy")).strip(), "hello there, Tracy", "output by use of a version")
    equal(replicate.use(PROP)(text="x")["text"], "x", "output by use of an official model")

    async def read():
        async with AsyncReplicate(base_url=BASE) as other:
            return await other.run(PROP, input={"text": "x"})

    equal(asyncio.run(read())["text"], "x", "output by the asynchronous client")


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
    equal(type(error).__name__, "ModelError", "class")
    equal(error.prediction.error, "no film today", "error")


@feature("stream")
def stream():
    pieces = list(replicate.use(WORDS, streaming=True)(text="one two\nthree"))
    equal("".join(pieces), "one two\nthree", "text")
    differs("the client has no event stream: `use(..., streaming=True)` polls, and that works")


@feature("stream.error")
def stream_error():
    read = replicate.use(WORDS, streaming=True)
    error = thrown(lambda: list(read(text="one two", fail="lost the thread")))
    check("lost the thread" in str(error), repr(error))
    differs("the client has no event stream: `use(..., streaming=True)` polls, and that works")


@feature("integration")
def integration():
    absent("its own tests run against a mock only")


@feature("progress")
def progress():
    created = create(input={"text": "x", "seconds": 2})
    seen = [created.status]

    def reload():
        seen.append(client.predictions.get(prediction_id=created.id).status)
        return seen[-1] == "succeeded"

    eventually(reload, "the end")
    check("processing" in seen, "never processing")
    differs("the client has no callback; `predictions.get` shows status and logs")


@feature("cancel")
def cancel():
    created = create(input={"text": "x", "seconds": 60})

    def status():
        return client.predictions.get(prediction_id=created.id).status

    eventually(lambda: status() == "processing", "processing")
    client.predictions.cancel(prediction_id=created.id)
    eventually(lambda: status() == "canceled", "canceled")
    differs("the client has no abort signal; `predictions.cancel` works")


@feature("cancel-after")
def cancel_after():
    created = create(input={"text": "x", "seconds": 60}, cancel_after="5s")
    check(created.to_dict().get("deadline"), "no deadline")

    def status():
        return client.predictions.get(prediction_id=created.id).status

    equal(eventually(lambda: status() in ("canceled", "aborted") and status(), "the end"), "canceled", "status")


@feature("paginate")
def paginate():
    page = client.predictions.list()
    pages = [page]
    while len(pages) < 3 and page.has_next_page():
        page = page.get_next_page()
        pages.append(page)
    equal(len(pages), 3, "pages")
    ids = [each.id for page in pages for each in page.results]
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
    path = WORK / "python2-sheet.png"
    path.write_bytes(PICTURE)
    uploaded(path)


@feature("upload.stream")
def upload_stream():
    with (WORK / "python2-sheet.png").open("rb") as file:
        uploaded(file)


@feature("upload.data")
def upload_data():
    uploaded(io.BytesIO(PICTURE), file_encoding_strategy="base64")


@feature("files")
def files():
    file = client.files.create(content=("sheet.png", PICTURE, "image/png"), metadata={"scene": 3})
    equal((file.name, file.content_type, file.size), ("sheet.png", "image/png", len(PICTURE)), "file")
    equal({key: str(value) for key, value in file.metadata.items()}, {"scene": "3"}, "metadata")
    equal(file.checksums.sha256, SHA256, "sha256")
    equal(client.files.get(file_id=file.id).id, file.id, "get")
    check(any(each.id == file.id for each in client.files.list()), "not listed")
    client.files.delete(file_id=file.id)
    error = thrown(lambda: client.files.get(file_id=file.id))
    check(isinstance(error, replicate.NotFoundError), repr(error))


def read_all(of, name):
    output = of.run(STILL, input={"text": "bytes of a still"})
    path = WORK / name
    path.write_bytes(output.read())
    equal(path.read_bytes(), b"bytes of a still", "file written")
    many = of.run(REEL, input={"text": "frame", "count": 3})
    equal([each.read() for each in many], [b"frame 0", b"frame 1", b"frame 2"], "files")
    return output.url


@feature("output.read")
def output_read():
    url = read_all(client, "python2-http.txt")
    check(url.startswith(("data:", "https:")), url)
    if url.startswith("data:"):
        differs(DATA_NOTE)


@feature("output.https")
def output_https():
    if not TLS_URL:
        absent("no TLS server was started")
    url = read_all(Replicate(base_url=f"{TLS_URL}/v1"), "python2-https.txt")
    check(url.startswith("https:"), url)


@feature("webhook")
def webhook():
    check(client.webhooks.default.secret.get().key.startswith("whsec_"), "no whsec_ key")
    absent("the client reads the secret (which works) but has no function that validates a delivery")


import python2_resources  # noqa: E402, F401

if long_run:
    long_run.join()
