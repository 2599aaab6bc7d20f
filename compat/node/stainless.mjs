// Features of the npm client `replicate-stainless` against a Zoetrope server.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Replicate, { toFile } from "replicate-stainless";
import { absent, check, differs, equal, eventually, feature, thrown } from "./findings.mjs";
import { canary, canaryVersion, limitedUrl, long, prop, reel, still, tlsUrl, url, work } from "./stage.mjs";

const replicate = new Replicate({ baseURL: `${url}/v1` });
const [owner, name] = prop.split("/");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const picture = Buffer.from("a picture, as far as anybody here can tell");

const longRun = long
  ? feature("run.long", async () => {
      const output = await replicate.run(prop, { input: { text: "late", seconds: 70 }, wait: { mode: "block" } });
      equal(output?.text, "late", "output after 70 s");
    })
  : undefined;

await feature("run", async () => {
  const output = await replicate.run(canary, { input: { text: "Tracy" } });
  equal(output.join("").trim(), "hello there, Tracy", "output of the version");
  const waited = await replicate.run(prop, { input: { text: "x" }, wait: { mode: "block" } });
  equal(waited.text, "x", "output of the official model");
});

await feature("run.poll", async () => {
  const output = await replicate.run(prop, { input: { text: "x", seconds: 1 }, wait: { mode: "poll", interval: 100 } });
  equal(output.text, "x", "output");
});

await feature("run.timeout", async () => {
  const output = await replicate.run(prop, { input: { text: "x", seconds: 3 }, wait: { mode: "block", timeout: 1 } });
  equal(output?.text, "x", "output");
});

await feature("run.failed", async () => {
  const error = await thrown(replicate.run(prop, { input: { text: "x", fail: "no film today" } }));
  check(error.message.includes("no film today"), error.message);
});

await feature("stream", async () => absent("the client has no streaming"));
await feature("stream.error", async () => absent("the client has no streaming"));

await feature("integration", async () => absent("its own tests run against a mock only"));

await feature("progress", async () => {
  const seen = [];
  await replicate.run(prop, { input: { text: "x", seconds: 2 }, wait: { mode: "poll", interval: 100 } }, (prediction) =>
    seen.push(prediction.status),
  );
  equal([seen[0], seen.at(-1)], ["starting", "succeeded"], "first and last");
  check(seen.includes("processing"), "never processing");
});

await feature("cancel", async () => {
  const abort = new AbortController();
  let id;
  const output = await replicate.run(
    prop,
    { input: { text: "x", seconds: 60 }, wait: { mode: "poll", interval: 100 }, signal: abort.signal },
    (prediction) => {
      id = prediction.id;
      if (prediction.status === "processing") abort.abort();
    },
  );
  check(output === null || output === undefined, `output ${output}`);
  await eventually(async () => (await replicate.predictions.get({ prediction_id: id })).status === "canceled", "canceled");
});

await feature("paginate", async () => {
  let page = await replicate.predictions.list();
  const pages = [page];
  while (pages.length < 3 && page.hasNextPage()) pages.push((page = await page.getNextPage()));
  equal(pages.length, 3, "pages");
  const ids = pages.flatMap((each) => each.results.map((prediction) => prediction.id));
  equal(new Set(ids).size, ids.length, "ids seen once");
  let count = 0;
  for await (const _ of replicate.predictions.list()) if (++count === 201) break;
  equal(count, 201, "items by the iterator");
});

async function uploaded(file) {
  const output = await replicate.run(prop, { input: { text: "x", file } });
  equal(output.sha256, sha256(picture), "what the model read");
}

async function stored(content) {
  const file = await replicate.files.create({ content });
  await uploaded(file.urls.get);
}

await feature("upload.buffer", () => uploaded(picture));
await feature("upload.blob", async () => {
  await uploaded(new File([picture], "sheet.png", { type: "image/png" }));
  await stored(await toFile(picture, "sheet.png"));
  const bare = await thrown(uploaded(new Blob([picture], { type: "image/png" })));
  check(bare instanceof Replicate.BadRequestError, `${bare}`);
  differs("a File works; of a Blob without a name this version sends no bytes, to whatever server");
});
await feature("upload.path", async () => {
  const path = join(work, "stainless-sheet.png");
  await writeFile(path, picture);
  await uploaded(await readFile(path));
  differs("the client takes no path; the bytes of `readFile(path)` do");
});
await feature("upload.stream", () => stored(createReadStream(join(work, "stainless-sheet.png"))));
await feature("upload.data", async () => {
  const input = { text: "x", file: new Blob([picture], { type: "image/png" }) };
  const output = await replicate.run(prop, { input, fileEncodingStrategy: "data-uri" });
  equal(output.sha256, sha256(picture), "what the model read");
});

await feature("files", async () => {
  const content = new File([picture], "sheet.png", { type: "image/png" });
  const file = await replicate.files.create({ content, metadata: { scene: 3 } });
  equal([file.name, file.content_type, file.size], ["sheet.png", "image/png", picture.length], "file");
  check(`${file.metadata.scene}` === "3", `metadata ${JSON.stringify(file.metadata)}`);
  equal((await replicate.files.get({ file_id: file.id })).id, file.id, "get");
  check((await replicate.files.list()).results.some((each) => each.id === file.id), "not listed");
  await replicate.files.delete({ file_id: file.id });
  check((await thrown(replicate.files.get({ file_id: file.id }))) instanceof Replicate.NotFoundError, "get after delete");
});

async function readAll(client, name) {
  const output = await client.run(still, { input: { text: "bytes of a still" }, useFileOutput: true });
  const path = join(work, name);
  await writeFile(path, output);
  equal((await readFile(path)).toString(), "bytes of a still", "file written");
  const many = await client.run(reel, { input: { text: "frame", count: 3 }, useFileOutput: true });
  equal(await (await many[2].blob()).text(), "frame 2", "last file");
  return output.url();
}

await feature("output.read", async () => {
  const plain = await replicate.run(still, { input: { text: "bytes of a still" }, useFileOutput: true });
  if (typeof plain !== "string") {
    await readAll(replicate, "stainless-http.txt");
    return;
  }
  const asData = new Replicate({ baseURL: `${url}/v1`, defaultHeaders: { "Zoetrope-Outputs": "data" } });
  equal((await readAll(asData, "stainless-http.txt")).protocol, "data:", "protocol of url()");
  differs(
    "this client gives strings by default, so here the URL; with `useFileOutput` on a plain http base URL it needs `defaultHeaders: { \"Zoetrope-Outputs\": \"data\" }`, since it wraps only https and data",
  );
});
await feature("output.https", async () => {
  if (!tlsUrl) absent("no TLS server was started");
  const shown = await readAll(new Replicate({ baseURL: `${tlsUrl}/v1` }), "stainless-https.txt");
  equal(shown.protocol, "https:", "protocol of url()");
});

await feature("webhook", async () => {
  const secret = await replicate.webhooks.default.secret.get();
  check(secret.key.startsWith("whsec_"), "no whsec_ key");
  absent("the client reads the secret (which works) but has no function that validates a delivery");
});

await feature("predictions", async () => {
  const created = await replicate.predictions.create({ version: canaryVersion, input: { text: "x" } });
  equal(created.status, "starting", "status at create");
  const ended = await replicate.wait(created, { interval: 100 });
  equal(ended.status, "succeeded", "status");
  const waited = await replicate.predictions.create({ version: canaryVersion, input: { text: "x" }, Prefer: "wait=10" });
  equal(waited.status, "succeeded", "status of a waiting create");
  equal((await replicate.predictions.cancel({ prediction_id: waited.id })).status, "succeeded", "cancel of what has ended");
});

await feature("models", async () => {
  const key = { model_owner: "replicate", model_name: "canary" };
  equal((await replicate.models.get(key)).name, "canary", "get");
  check((await replicate.models.list()).results.some((each) => each.name === "canary"), "not listed");
  check((await replicate.models.search({ body: "canary" })).results.some((each) => each.name === "canary"), "not found");
  check(Array.isArray((await replicate.models.examples.list(key)).results), "no examples");
  const account = await replicate.account.get();
  const made = `made-by-stainless-${Date.now()}`;
  await replicate.models.create({ owner: account.username, name: made, visibility: "private", hardware: "cpu" });
  await replicate.models.delete({ model_owner: account.username, model_name: made });
  const gone = await thrown(replicate.models.get({ model_owner: account.username, model_name: made }));
  check(gone instanceof Replicate.NotFoundError, `get after delete: ${gone}`);
});

await feature("versions", async () => {
  const key = { model_owner: "replicate", model_name: "canary" };
  check((await replicate.models.versions.list(key)).results.some((each) => each.id === canaryVersion), "not listed");
  equal((await replicate.models.versions.get({ ...key, version_id: canaryVersion })).id, canaryVersion, "id");
});

await feature("deployments", async () => {
  const name = `stainless-${Date.now()}`;
  const options = { model: "replicate/canary", version: canaryVersion, hardware: "cpu" };
  const made = await replicate.deployments.create({ name, ...options, min_instances: 0, max_instances: 1 });
  const key = { deployment_owner: made.owner, deployment_name: name };
  const updated = await replicate.deployments.update({ ...key, max_instances: 2 });
  equal(updated.current_release.number, 2, "number of the release");
  equal((await replicate.deployments.get(key)).name, name, "get");
  check((await replicate.deployments.list()).results.some((each) => each.name === name), "not listed");
  const prediction = await replicate.deployments.predictions.create({ ...key, input: { text: "x" }, Prefer: "wait" });
  equal(prediction.output?.join("").trim(), "hello there, x", "output");
  await replicate.deployments.delete(key);
});

await feature("trainings", async () => {
  const account = await replicate.account.get();
  const made = `trained-by-stainless-${Date.now()}`;
  await replicate.models.create({ owner: account.username, name: made, visibility: "private", hardware: "cpu" });
  const trainer = { model_owner: "examples", model_name: "parrot" };
  const { latest_version: version } = await replicate.models.get(trainer);
  const training = await replicate.trainings.create({
    ...trainer,
    version_id: version.id,
    destination: `${account.username}/${made}`,
    input: { phrase: "Hi" },
  });
  const ended = await eventually(async () => {
    const now = await replicate.trainings.get({ training_id: training.id });
    return ["succeeded", "failed", "canceled"].includes(now.status) && now;
  }, "end of the training");
  equal(ended.status, "succeeded", `status (${ended.error})`);
  check((await replicate.trainings.list()).results.some((each) => each.id === training.id), "not listed");
  check((await replicate.trainings.cancel({ training_id: training.id })).id, "cancel");
});

await feature("collections", async () => {
  const collections = await replicate.collections.list();
  check(collections.results.length > 0, "no collection");
  const one = await replicate.collections.get({ collection_slug: collections.results[0].slug });
  check(Array.isArray(one.models), "no models");
});

await feature("account", async () => {
  check((await replicate.account.get()).username, "no username");
  check((await replicate.hardware.list()).length > 0, "no hardware");
});

await feature("error.401", async () => {
  const stranger = new Replicate({ baseURL: `${url}/v1`, bearerToken: "r8_nobody" });
  check((await thrown(stranger.predictions.list())) instanceof Replicate.AuthenticationError, "class");
});
await feature("error.404", async () => {
  const error = await thrown(replicate.predictions.get({ prediction_id: "nothing" }));
  check(error instanceof Replicate.NotFoundError, `${error}`);
});
await feature("error.422", async () => {
  const error = await thrown(replicate.predictions.create({ version: "0".repeat(64), input: {} }));
  check(error instanceof Replicate.UnprocessableEntityError, `unknown version: ${error}`);
  const wrong = await thrown(
    replicate.models.predictions.create({ model_owner: owner, model_name: name, input: { seconds: "many" } }),
  );
  check(wrong instanceof Replicate.UnprocessableEntityError, `wrong input: ${wrong}`);
});
await feature("error.429", async () => {
  if (!limitedUrl) absent("no server with a low limit was started");
  const limited = new Replicate({ baseURL: `${limitedUrl}/v1`, maxRetries: 0 });
  const key = { model_owner: owner, model_name: name };
  const many = async () => {
    for (let i = 0; i < 10; i++) await limited.models.predictions.create({ ...key, input: { text: "x" } });
  };
  const error = await thrown(many());
  check(error instanceof Replicate.RateLimitError, `${error}`);
  check(error.headers.get("retry-after") > 0, "no retry-after");
});

await feature("base-url", async () => {
  for (const base of [`${url}/v1`, `${url}/v1/v1`, url]) {
    const output = await new Replicate({ baseURL: base }).run(prop, { input: { text: "x" } });
    equal(output.text, "x", base);
  }
});

await longRun;
