// Features of the npm client `replicate` against a Zoetrope server.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import Replicate, { validateWebhook, parseProgressFromLogs } from "replicate";
import { absent, check, differs, equal, eventually, feature, thrown } from "./findings.mjs";
import { receiver } from "./receiver.mjs";
import { canary, long, prop, reel, still, tlsUrl, url, words, work } from "./stage.mjs";

const replicate = new Replicate({ baseUrl: `${url}/v1` });
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const picture = Buffer.from("a picture, as far as anybody here can tell");

const longRun = long
  ? feature("run.long", async () => {
      const output = await replicate.run(prop, { input: { text: "late", seconds: 70 } });
      equal(output?.text, "late", "output after 70 s");
    })
  : undefined;

await feature("run", async () => {
  const output = await replicate.run(canary, { input: { text: "Tracy" } });
  equal(output.join("").trim(), "hello there, Tracy", "output of the version");
  equal((await replicate.run(prop, { input: { text: "x" } })).text, "x", "output of the official model");
});

await feature("run.poll", async () => {
  const output = await replicate.run(prop, { input: { text: "x", seconds: 1 }, wait: { mode: "poll", interval: 100 } });
  equal(output.text, "x", "output");
});

await feature("run.timeout", async () => {
  // The held answer ends before the run: the client must see `starting` and go on asking.
  const output = await replicate.run(prop, { input: { text: "x", seconds: 3 }, wait: { mode: "block", timeout: 1 } });
  equal(output?.text, "x", "output");
});

await feature("run.failed", async () => {
  const error = await thrown(replicate.run(prop, { input: { text: "x", fail: "no film today" } }));
  check(error.message.includes("no film today"), error.message);
});

await feature("stream", async () => {
  const seen = { text: "", events: [], ids: new Set() };
  for await (const event of replicate.stream(words, { input: { text: "one two\nthree" } })) {
    seen.text += event;
    seen.events.push(event.event);
    if (event.id) seen.ids.add(event.id);
  }
  equal(seen.text, "one two\nthree", "text");
  equal(seen.events.at(-1), "done", "last event");
  check(seen.ids.size > 1, "events have no ids of their own");
});

await feature("stream.error", async () => {
  const read = async () => {
    for await (const _ of replicate.stream(words, { input: { text: "one two", fail: "lost the thread" } }));
  };
  const error = await thrown(read());
  check(error.message.includes("lost the thread"), error.message);
});

await feature("integration", async () => {
  // What the client's own integration tests ask of the canary, in CommonJS and in ES modules, whole and streamed.
  const required = createRequire(import.meta.url)("replicate");
  for (const [Client, text] of [
    [required, "Claire CommonJS"],
    [Replicate, "Evelyn ESM"],
  ]) {
    const output = await new Client({ baseUrl: `${url}/v1` }).run(canary, { input: { text } });
    equal(output.join("").trim(), `hello there, ${text}`, "run");
  }
  const pieces = [];
  const events = [];
  for await (const { event, data } of replicate.stream(canary, { input: { text: "Betty Browser" } })) {
    events.push(event);
    if (event === "output") pieces.push(data);
  }
  equal(pieces.join("").trim(), "hello there, Betty Browser", "stream");
  equal(events.at(-1), "done", "last event");
});

await feature("progress", async () => {
  const seen = [];
  await replicate.run(prop, { input: { text: "x", seconds: 2 }, wait: { mode: "poll", interval: 100 } }, (prediction) =>
    seen.push(prediction),
  );
  equal(seen[0].status, "starting", "first");
  check(seen.some((each) => each.status === "processing"), "never processing");
  equal(seen.at(-1).status, "succeeded", "last");
  check(parseProgressFromLogs(seen.at(-1)) !== null, `no progress bar in the logs: ${seen.at(-1).logs}`);
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
  const ended = await eventually(async () => {
    const now = await replicate.predictions.get(id);
    return now.status === "canceled" && now;
  }, "canceled");
  check(ended.completed_at, "no completed_at");
});

await feature("paginate", async () => {
  const pages = [];
  for await (const page of replicate.paginate(replicate.predictions.list)) {
    pages.push(page);
    if (pages.length === 3) break;
  }
  equal(pages.length, 3, "pages");
  const ids = new Set(pages.flat().map((each) => each.id));
  equal(ids.size, pages.flat().length, "ids seen once");
  equal([pages[0].length, pages[1].length], [100, 100], "page sizes");
});

async function uploaded(file) {
  const output = await replicate.run(prop, { input: { text: "x", file } });
  equal(output.sha256, sha256(picture), "what the model read");
}

await feature("upload.buffer", () => uploaded(picture));
await feature("upload.blob", async () => {
  await uploaded(new Blob([picture], { type: "image/png" }));
  await uploaded(new File([picture], "sheet.png", { type: "image/png" }));
});
await feature("upload.path", async () => {
  const path = join(work, "npm-sheet.png");
  await writeFile(path, picture);
  await uploaded(await readFile(path));
  differs("the client takes no path; the bytes of `readFile(path)` do");
});
await feature("upload.stream", async () => {
  const path = join(work, "npm-sheet.png");
  const file = await new Response(createReadStream(path)).blob();
  await uploaded(file);
  differs("the client takes no stream; `await new Response(stream).blob()` does");
});
await feature("upload.data", async () => {
  const inline = new Replicate({ baseUrl: `${url}/v1`, fileEncodingStrategy: "data-uri" });
  const input = { text: "x", file: new Blob([picture], { type: "image/png" }) };
  equal((await thrown(inline.run(prop, { input }))).response.status, 422, "status");
  const file = `data:image/png;base64,${picture.toString("base64")}`;
  equal((await replicate.run(prop, { input: { text: "x", file } })).sha256, sha256(picture), "what the model read");
  differs("`fileEncodingStrategy: \"data-uri\"` of this version sends its own settings as the input, to whatever server; a data URI made by hand works");
});

await feature("files", async () => {
  const file = await replicate.files.create(new File([picture], "sheet.png", { type: "image/png" }), { scene: 3 });
  equal([file.name, file.content_type, file.size], ["sheet.png", "image/png", picture.length], "file");
  equal(file.metadata, { scene: 3 }, "metadata");
  equal(file.checksums.sha256, sha256(picture), "sha256");
  equal((await replicate.files.get(file.id)).id, file.id, "get");
  check((await replicate.files.list()).results.some((each) => each.id === file.id), "not listed");
  equal(await replicate.files.delete(file.id), true, "delete");
  equal((await thrown(replicate.files.get(file.id))).response.status, 404, "get after delete");
});

async function readAll(client, name) {
  const output = await client.run(still, { input: { text: "bytes of a still" } });
  const path = join(work, name);
  await writeFile(path, output);
  equal((await readFile(path)).toString(), "bytes of a still", "file written");
  const again = await client.run(still, { input: { text: "bytes of a still" } });
  equal(await (await again.blob()).text(), "bytes of a still", "blob");
  const many = await client.run(reel, { input: { text: "frame", count: 3 } });
  equal(many.length, 3, "files");
  equal(await (await many[2].blob()).text(), "frame 2", "last file");
  return output.url();
}

await feature("output.read", async () => {
  const shown = await readAll(replicate, "npm-http.txt");
  check(["data:", "https:"].includes(shown.protocol), `url ${shown}`);
  if (shown.protocol === "data:") {
    differs("on a plain http base URL `url()` is a `data:` URI of the file, since the client wraps only https and data");
  }
});
await feature("output.https", async () => {
  if (!tlsUrl) absent("no TLS server was started");
  const shown = await readAll(new Replicate({ baseUrl: `${tlsUrl}/v1` }), "npm-https.txt");
  equal(shown.protocol, "https:", "protocol of url()");
});

await feature("webhook", async () => {
  const hook = await receiver();
  try {
    const secret = await replicate.webhooks.default.secret.get();
    const prediction = await replicate.predictions.create({
      model: prop,
      input: { text: "hooked" },
      webhook: hook.url,
      webhook_events_filter: ["completed"],
    });
    const delivery = await eventually(() => hook.deliveries[0], "a delivery");
    equal(await validateWebhook(delivery, secret.key), true, "validateWebhook");
    const forged = { ...delivery, body: delivery.body.replace("hooked", "forged") };
    equal(await validateWebhook(forged, secret.key), false, "validateWebhook of a forged body");
    const body = JSON.parse(delivery.body);
    equal([body.id, body.status], [prediction.id, "succeeded"], "body");
  } finally {
    hook.close();
  }
});

await import("./npm-resources.mjs");
await longRun;
