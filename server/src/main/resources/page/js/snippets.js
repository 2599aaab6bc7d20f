// The same prediction as code. Each really runs: the address is this server's, the token comes from the environment.

/** @typedef {{ owner: string, name: string, version: string | null, isOfficial: boolean, base: string, input: Record<string, any> }} Run */

/** @param {any} value @param {string} indent */
function python(value, indent = '    ') {
  /** @type {(value: any, depth: string) => string} */
  const write = (each, depth) => {
    if (each === null) return 'None';
    if (each === true) return 'True';
    if (each === false) return 'False';
    if (Array.isArray(each)) return `[${each.map((item) => write(item, depth)).join(', ')}]`;
    if (typeof each === 'object') {
      const inner = `${depth}    `;
      const lines = Object.entries(each).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner)},\n`);
      return lines.length === 0 ? '{}' : `{\n${lines.join('')}${depth}}`;
    }
    return JSON.stringify(each);
  };
  return write(value, indent);
}

/** In single quotes for a POSIX shell. @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** @param {Run} run */
function reference(run) {
  return run.isOfficial || !run.version ? `${run.owner}/${run.name}` : `${run.owner}/${run.name}:${run.version}`;
}

/** @param {string} text @param {string} indent */
function indented(text, indent) {
  return text.replaceAll('\n', `\n${indent}`);
}

/** @param {Run} run */
export function node(run) {
  return `import Replicate from "replicate"; // npm install replicate
import { writeFile } from "node:fs/promises";

const replicate = new Replicate({
  auth: process.env.REPLICATE_API_TOKEN,
  baseUrl: "${run.base}/v1",
});

const input = ${JSON.stringify(run.input, null, 2)};

const output = await replicate.run("${reference(run)}", { input });

// The URL of the file, or the text that the model wrote.
console.log(output.url ? output.url().href : output);
if (output.url) await writeFile("output", output);
`;
}

/** @param {Run} run */
export function pythonCode(run) {
  return `import os

# Read when the client is imported: the first name by its versions 1.x, the second by 2.x.
os.environ.setdefault("REPLICATE_API_BASE_URL", "${run.base}")
os.environ.setdefault("REPLICATE_BASE_URL", "${run.base}/v1")

import replicate  # pip install replicate

output = replicate.run(
    "${reference(run)}",
    input=${python(run.input)},
)

# The URL of the file, or the text that the model wrote.
print(output.url if hasattr(output, "url") else "".join(map(str, output)))
if hasattr(output, "read"):
    with open("output", "wb") as file:
        file.write(output.read())
`;
}

/** @param {Run} run */
export function http(run) {
  const path = run.isOfficial || !run.version ? `/v1/models/${run.owner}/${run.name}/predictions` : '/v1/predictions';
  const body = run.isOfficial || !run.version ? { input: run.input } : { version: run.version, input: run.input };
  return `curl -s -X POST ${run.base}${path} \\
  -H "Authorization: Bearer $REPLICATE_API_TOKEN" \\
  -H "Content-Type: application/json" \\
  -H "Prefer: wait" \\
  -d ${quoted(JSON.stringify(body, null, 2))}
`;
}

/** @param {Run} run */
export function java(run) {
  return `// The client module of Zoetrope; it works against replicate.com as well.
import dev.zoetrope.client.ClientOptions;
import dev.zoetrope.client.Replicate;
import java.util.Map;

void main() {
    var options = ClientOptions.fromEnvironment().withBaseUrl("${run.base}");
    try (var replicate = Replicate.connect(options)) {
        var input = ${indented(javaValue(run.input), '        ')};
        var ended = replicate.predictions().await(
                replicate.predictions().create("${reference(run)}", input).id());
        System.out.println(ended.output());
    }
}
`;
}

/** @param {any} value @returns {string} */
function javaValue(value) {
  if (Array.isArray(value)) return `java.util.List.of(${value.map(javaValue).join(', ')})`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `    Map.entry(${JSON.stringify(key)}, ${javaValue(item)})`);
    return entries.length === 0 ? 'Map.of()' : `Map.<String, Object>ofEntries(\n${entries.join(',\n')})`;
  }
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 31) return `${value}L`;
  return JSON.stringify(value);
}

/** @param {Run} run */
export function cli(run) {
  const words = Object.entries(run.input)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `  ${key}=${quoted(typeof value === 'string' ? value : JSON.stringify(value))}`);
  const lines = [`zoetrope run ${reference(run)}`, ...words, '  -o output'];
  return `export ZOETROPE_URL=${run.base}\n${lines.join(' \\\n')}\n`;
}
