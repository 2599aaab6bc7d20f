// What a script says about a client: one line of JSON for each feature on the standard output.

class Verdict extends Error {
  constructor(verdict, note) {
    super(note);
    this.verdict = verdict;
  }
}

/** Ends a feature that works, but not as against replicate.com. */
export function differs(note) {
  throw new Verdict("differs", note);
}

/** Ends a feature that this client does not have. */
export function absent(note) {
  throw new Verdict("absent", note);
}

export function check(claim, message) {
  if (!claim) throw new Error(message);
}

export function equal(actual, expected, what) {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(got === wanted, `${what}: expected ${wanted}, got ${got}`);
}

/** Runs a feature and prints what came of it; never throws, so that one fault does not hide the next. */
export async function feature(id, body) {
  let finding = { feature: id, verdict: "works" };
  try {
    await body();
  } catch (e) {
    finding =
      e instanceof Verdict
        ? { feature: id, verdict: e.verdict, note: e.message }
        : { feature: id, verdict: "fails", note: `${e.name}: ${e.message}`.slice(0, 600) };
  }
  console.log(JSON.stringify(finding));
}

/** Resolves with what `read` gives once it gives something; `read` may fail until then. */
export async function eventually(read, what, millis = 20_000) {
  const end = Date.now() + millis;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within ${millis} ms`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

export async function thrown(promise) {
  try {
    await promise;
  } catch (e) {
    return e;
  }
  throw new Error("nothing was thrown");
}
