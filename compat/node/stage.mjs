// Where the server under test is and what it serves; set by the test that starts this script.

function variable(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; run this through the Java test`);
  return value;
}

export const url = variable("COMPAT_URL");
export const tlsUrl = process.env.COMPAT_TLS_URL;
export const limitedUrl = process.env.COMPAT_LIMITED_URL;
export const token = variable("REPLICATE_API_TOKEN");
export const long = process.env.COMPAT_LONG === "true";
export const work = variable("COMPAT_WORK");
export const film = process.env.COMPAT_FILM === "true";

/** The model that Replicate's own client tests run. */
export const canaryVersion = "30e22229542eb3f79d4f945dacb58d32001b02cc313ae6f54eef27904edf3272";
export const canary = `replicate/canary:${canaryVersion}`;
/** Models of this test: what they do follows from their input. */
export const prop = "compat/prop";
export const words = "compat/words";
export const reel = "compat/reel";
export const still = "compat/still";
