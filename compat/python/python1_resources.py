"""What a server holds, and its errors, as the PyPI client `replicate` 1.x sees them."""

import time

from findings import absent, check, equal, eventually, feature, thrown
from replicate.client import Client
from replicate.exceptions import ReplicateError
from stage import CANARY_VERSION, LIMITED_URL, PROP, URL

client = Client(base_url=URL)


@feature("predictions")
def predictions():
    created = client.predictions.create(version=CANARY_VERSION, input={"text": "x"})
    equal(created.status, "starting", "status at create")
    created.wait()
    equal(created.status, "succeeded", "status")
    equal("".join(created.output).strip(), "hello there, x", "output")
    iterated = client.predictions.create(version=CANARY_VERSION, input={"text": "x"})
    equal("".join(iterated.output_iterator()).strip(), "hello there, x", "output by output_iterator")
    check(any(each.id == created.id for each in client.predictions.list()), "not listed")
    equal(client.predictions.cancel(created.id).status, "succeeded", "cancel of what has ended")


@feature("models")
def models():
    model = client.models.get("replicate/canary")
    check(model.latest_version and model.latest_version.openapi_schema, "no latest version")
    check(any(each.name == "canary" for each in client.models.list()), "not listed")
    check(any(each.name == "canary" for each in client.models.search("canary")), "not found by search")
    owner = client.accounts.current().username
    name = f"made-by-python1-{time.time_ns()}"
    made = client.models.create(owner, name, visibility="private", hardware="cpu")
    equal((made.owner, made.name, made.visibility), (owner, name, "private"), "created model")
    equal(client.models.delete(owner, name), True, "delete")


@feature("versions")
def versions():
    model = client.models.get("replicate/canary")
    check(any(each.id == CANARY_VERSION for each in model.versions.list()), "the version is not listed")
    version = model.versions.get(CANARY_VERSION)
    equal(version.id, CANARY_VERSION, "id")
    check(version.cog_version and version.openapi_schema, "no schema or cog_version")


@feature("deployments")
def deployments():
    name = f"python1-{time.time_ns()}"
    made = client.deployments.create(
        name=name, model="replicate/canary", version=CANARY_VERSION, hardware="cpu", min_instances=0, max_instances=1
    )
    equal(made.current_release.number, 1, "first release")
    updated = client.deployments.update(made.owner, name, max_instances=2)
    equal(updated.current_release.number, 2, "second release")
    check(any(each.name == name for each in client.deployments.list()), "not listed")
    deployment = client.deployments.get(f"{made.owner}/{name}")
    prediction = deployment.predictions.create(input={"text": "x"}, wait=True)
    prediction.wait()
    equal("".join(prediction.output).strip(), "hello there, x", "output")
    equal(client.deployments.delete(made.owner, name), True, "delete")


@feature("trainings")
def trainings():
    owner = client.accounts.current().username
    name = f"trained-by-python1-{time.time_ns()}"
    client.models.create(owner, name, visibility="private", hardware="cpu")
    version = client.models.get("examples/parrot").latest_version
    training = client.trainings.create(
        version=f"examples/parrot:{version.id}", input={"phrase": "Hi"}, destination=f"{owner}/{name}"
    )
    done = ["succeeded", "failed", "canceled"]
    eventually(lambda: training.reload() or training.status in done, "end of the training")
    equal(training.status, "succeeded", f"status ({training.error})")
    check(any(each.id == training.id for each in client.trainings.list()), "not listed")
    training.cancel()


@feature("collections")
def collections():
    found = client.collections.list()
    check(len(found) > 0, "no collection")
    check(len(client.collections.get(found[0].slug).models) > 0, "no models")


@feature("account")
def account():
    check(client.accounts.current().username, "no username")
    check(client.hardware.list()[0].sku, "no hardware")


def status(body):
    error = thrown(body)
    check(isinstance(error, ReplicateError), repr(error))
    return error.status


@feature("error.401")
def error_401():
    stranger = Client(base_url=URL, api_token="r8_nobody")
    equal(status(stranger.predictions.list), 401, "status")


@feature("error.404")
def error_404():
    equal(status(lambda: client.predictions.get("nothing")), 404, "status of a prediction")
    equal(status(lambda: client.run("no/body", input={})), 404, "status of a model")


@feature("error.422")
def error_422():
    equal(status(lambda: client.predictions.create(version="0" * 64, input={})), 422, "status of an unknown version")
    error = thrown(lambda: client.predictions.create(model=PROP, input={"seconds": "many"}))
    equal(error.status, 422, "status of a wrong input")
    check("seconds" in error.detail, error.detail)


@feature("error.429")
def error_429():
    if not LIMITED_URL:
        absent("no server with a low limit was started")
    limited = Client(base_url=LIMITED_URL)

    def many():
        for _ in range(10):
            limited.predictions.create(model=PROP, input={"text": "x"})

    equal(status(many), 429, "status")


@feature("base-url")
def base_url():
    for base in [URL, f"{URL}/", f"{URL}/v1"]:
        equal(Client(base_url=base).run(PROP, input={"text": "x"})["text"], "x", base)
