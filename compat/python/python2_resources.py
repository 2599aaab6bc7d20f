"""What a server holds, and its errors, as the PyPI client `replicate` 2.0 (beta) sees them."""

import time

import replicate
from findings import absent, check, equal, eventually, feature, thrown
from replicate import Replicate
from stage import CANARY_VERSION, LIMITED_URL, PROP, URL

BASE = f"{URL}/v1"
client = Replicate(base_url=BASE)
OWNER, NAME = PROP.split("/")


def create(of=client, **options):
    return of.models.predictions.create(model_owner=OWNER, model_name=NAME, **options)


@feature("predictions")
def predictions():
    created = client.predictions.create(version=CANARY_VERSION, input={"text": "x"})
    equal(created.status, "starting", "status at create")
    ended = client.predictions.wait(created.id)
    equal((ended.status, "".join(ended.output).strip()), ("succeeded", "hello there, x"), "end")
    check(created.urls.get and created.urls.cancel and created.urls.web, "urls")
    check(any(each.id == created.id for each in client.predictions.list().results), "not listed")
    equal(client.predictions.cancel(prediction_id=ended.id).status, "succeeded", "cancel of what has ended")


@feature("models")
def models():
    key = {"model_owner": "replicate", "model_name": "canary"}
    equal(client.models.get(**key).name, "canary", "get")
    check(any(each.name == "canary" for each in client.models.list()), "not listed")
    check(client.models.search(body="canary"), "not found by QUERY")
    check(any(each.model.name == "canary" for each in client.search(query="canary").models), "not found by search")
    client.models.examples.list(**key)
    owner = client.account.get().username
    name = f"made-by-python2-{time.time_ns()}"
    client.models.create(owner=owner, name=name, visibility="private", hardware="cpu")
    made = {"model_owner": owner, "model_name": name}
    equal(client.models.update(**made, description="changed", readme="# Hello").description, "changed", "update")
    equal(client.models.readme.get(**made), "# Hello", "readme")
    client.models.delete(**made)
    check(isinstance(thrown(lambda: client.models.get(**made)), replicate.NotFoundError), "get after delete")


@feature("versions")
def versions():
    key = {"model_owner": "replicate", "model_name": "canary"}
    listed = client.models.versions.list(**key)
    check(any(each.id == CANARY_VERSION for each in listed), "the version is not listed")
    equal(client.models.versions.get(**key, version_id=CANARY_VERSION).id, CANARY_VERSION, "id")


@feature("deployments")
def deployments():
    name = f"python2-{time.time_ns()}"
    made = client.deployments.create(
        name=name, model="replicate/canary", version=CANARY_VERSION, hardware="cpu", min_instances=0, max_instances=1
    )
    key = {"deployment_owner": made.owner, "deployment_name": name}
    equal(client.deployments.update(**key, max_instances=2).current_release.number, 2, "second release")
    equal(client.deployments.get(**key).name, name, "get")
    check(any(each.name == name for each in client.deployments.list()), "not listed")
    prediction = client.deployments.predictions.create(**key, input={"text": "x"}, prefer="wait")
    equal("".join(prediction.output).strip(), "hello there, x", "output")
    client.deployments.delete(**key)


@feature("trainings")
def trainings():
    owner = client.account.get().username
    name = f"trained-by-python2-{time.time_ns()}"
    client.models.create(owner=owner, name=name, visibility="private", hardware="cpu")
    key = {"model_owner": "examples", "model_name": "parrot"}
    version = client.models.get(**key).latest_version
    training = client.trainings.create(
        **key, version_id=version.id, input={"phrase": "Hi"}, destination=f"{owner}/{name}"
    )

    def ended():
        now = client.trainings.get(training_id=training.id)
        return now.status in ("succeeded", "failed", "canceled") and now

    now = eventually(ended, "end of the training")
    equal(now.status, "succeeded", f"status ({now.error})")
    check(any(each.id == training.id for each in client.trainings.list()), "not listed")
    client.trainings.cancel(training_id=training.id)


@feature("collections")
def collections():
    found = client.collections.list().results
    check(len(found) > 0, "no collection")
    check(client.collections.get(collection_slug=found[0].slug).models, "no models")


@feature("account")
def account():
    check(client.account.get().username, "no username")
    check(client.hardware.list()[0].sku, "no hardware")


@feature("error.401")
def error_401():
    stranger = Replicate(base_url=BASE, bearer_token="r8_nobody")
    check(isinstance(thrown(stranger.predictions.list), replicate.AuthenticationError), "class")


@feature("error.404")
def error_404():
    error = thrown(lambda: client.predictions.get(prediction_id="nothing"))
    check(isinstance(error, replicate.NotFoundError), repr(error))


@feature("error.422")
def error_422():
    error = thrown(lambda: client.predictions.create(version="0" * 64, input={}))
    check(isinstance(error, replicate.UnprocessableEntityError), repr(error))
    error = thrown(lambda: create(input={"seconds": "many"}))
    check(isinstance(error, replicate.UnprocessableEntityError), repr(error))


@feature("error.429")
def error_429():
    if not LIMITED_URL:
        absent("no server with a low limit was started")
    limited = Replicate(base_url=f"{LIMITED_URL}/v1", max_retries=0)

    def many():
        for _ in range(10):
            create(limited, input={"text": "x"})

    error = thrown(many)
    check(isinstance(error, replicate.RateLimitError), repr(error))


@feature("base-url")
def base_url():
    for base in [BASE, f"{BASE}/v1", URL]:
        equal(Replicate(base_url=base).run(PROP, input={"text": "x"})["text"], "x", base)
