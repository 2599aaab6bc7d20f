// What a server holds, and its errors, as the npm client `replicate` sees them.
import Replicate from "replicate";
import { absent, check, equal, eventually, feature, thrown } from "./findings.mjs";
import { canary, canaryVersion, limitedUrl, prop, token, url } from "./stage.mjs";

const replicate = new Replicate({ baseUrl: `${url}/v1` });

await feature("predictions", async () => {
  const created = await replicate.predictions.create({ version: canaryVersion, input: { text: "x" } });
  equal(created.status, "starting", "status at create");
  const ended = await replicate.wait(created, { interval: 100 });
  equal(ended.status, "succeeded", "status");
  check((await replicate.predictions.list()).results.some((each) => each.id === created.id), "not listed");
  const waited = await replicate.predictions.create({ version: canaryVersion, input: { text: "x" }, wait: 10 });
  equal(waited.status, "succeeded", "status of a waiting create");
  equal((await replicate.predictions.cancel(waited.id)).status, "succeeded", "cancel of what has ended");
});

await feature("models", async () => {
  const model = await replicate.models.get("replicate", "canary");
  equal([model.owner, model.name], ["replicate", "canary"], "model");
  check(model.latest_version?.openapi_schema?.components?.schemas?.Input, "no schema");
  check((await replicate.models.list()).results.some((each) => each.name === "canary"), "not listed");
  check((await replicate.models.search("canary")).results.some((each) => each.name === "canary"), "not found by search");
  const account = await replicate.accounts.current();
  const name = `made-by-npm-${Date.now()}`;
  const made = await replicate.models.create(account.username, name, { visibility: "private", hardware: "cpu" });
  equal([made.owner, made.name, made.visibility], [account.username, name, "private"], "created model");
});

await feature("versions", async () => {
  const versions = await replicate.models.versions.list("replicate", "canary");
  check(versions.results.some((each) => each.id === canaryVersion), "the version is not listed");
  const version = await replicate.models.versions.get("replicate", "canary", canaryVersion);
  equal(version.id, canaryVersion, "id");
  check(version.openapi_schema && version.cog_version, "no schema or cog_version");
});

await feature("deployments", async () => {
  const name = `npm-${Date.now()}`;
  const options = { model: "replicate/canary", version: canaryVersion, hardware: "cpu" };
  const made = await replicate.deployments.create({ name, ...options, min_instances: 0, max_instances: 1 });
  equal([made.name, made.current_release.number], [name, 1], "created");
  const updated = await replicate.deployments.update(made.owner, name, { max_instances: 2 });
  equal([updated.current_release.number, updated.current_release.configuration.max_instances], [2, 2], "updated");
  equal((await replicate.deployments.get(made.owner, name)).name, name, "get");
  check((await replicate.deployments.list()).results.some((each) => each.name === name), "not listed");
  const prediction = await replicate.deployments.predictions.create(made.owner, name, { input: { text: "x" }, wait: true });
  equal(prediction.output?.join("").trim(), "hello there, x", "output");
  equal(await replicate.deployments.delete(made.owner, name), true, "delete");
});

await feature("trainings", async () => {
  const account = await replicate.accounts.current();
  const name = `trained-by-npm-${Date.now()}`;
  await replicate.models.create(account.username, name, { visibility: "private", hardware: "cpu" });
  const { latest_version: version } = await replicate.models.get("examples", "parrot");
  const training = await replicate.trainings.create("examples", "parrot", version.id, {
    destination: `${account.username}/${name}`,
    input: { phrase: "Hi" },
  });
  const ended = await eventually(async () => {
    const now = await replicate.trainings.get(training.id);
    return ["succeeded", "failed", "canceled"].includes(now.status) && now;
  }, "end of the training");
  equal(ended.status, "succeeded", `status (${ended.error})`);
  check((await replicate.trainings.list()).results.some((each) => each.id === training.id), "not listed");
  check((await replicate.trainings.cancel(training.id)).id, "cancel");
});

await feature("collections", async () => {
  const collections = await replicate.collections.list();
  check(Array.isArray(collections.results), "no results");
  check(collections.results.length > 0, "no collection");
  const one = await replicate.collections.get(collections.results[0].slug);
  check(Array.isArray(one.models), "no models");
});

await feature("account", async () => {
  const account = await replicate.accounts.current();
  check(account.username && ["user", "organization"].includes(account.type), JSON.stringify(account));
  const hardware = await replicate.hardware.list();
  check(hardware.length > 0 && hardware[0].sku && hardware[0].name, JSON.stringify(hardware));
});

await feature("error.401", async () => {
  const stranger = new Replicate({ baseUrl: `${url}/v1`, auth: "r8_nobody" });
  equal((await thrown(stranger.predictions.list())).response.status, 401, "status");
});
await feature("error.404", async () => {
  equal((await thrown(replicate.predictions.get("nothing"))).response.status, 404, "status of a prediction");
  equal((await thrown(replicate.run("no/body", { input: {} }))).response.status, 404, "status of a model");
});
await feature("error.422", async () => {
  const error = await thrown(replicate.predictions.create({ version: "0".repeat(64), input: {} }));
  equal(error.response.status, 422, "status of an unknown version");
  const wrong = await thrown(replicate.predictions.create({ model: prop, input: { seconds: "many" } }));
  equal(wrong.response.status, 422, "status of a wrong input");
  check(wrong.message.includes("seconds"), wrong.message);
});
await feature("error.429", async () => {
  if (!limitedUrl) absent("no server with a low limit was started");
  const limited = new Replicate({ baseUrl: `${limitedUrl}/v1` });
  const many = async () => {
    for (let i = 0; i < 10; i++) await limited.predictions.create({ model: prop, input: { text: "x" } });
  };
  const error = await thrown(many());
  equal(error.response.status, 429, "status");
  check(error.response.headers.get("retry-after") > 0, "no retry-after");
});

await feature("base-url", async () => {
  for (const base of [`${url}/v1`, `${url}/v1/`, `${url}/v1/v1`, url]) {
    equal((await new Replicate({ baseUrl: base, auth: token }).run(prop, { input: { text: "x" } })).text, "x", base);
  }
});
