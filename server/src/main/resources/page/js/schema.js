// A model's OpenAPI document as a list of fields, in the order their author gave.

/**
 * @typedef {{
 *   name: string, kind: 'text' | 'number' | 'switch' | 'choice' | 'file' | 'list' | 'json', description: string,
 *   required: boolean, initial: any, minimum: number | null, maximum: number | null, integer: boolean,
 *   choices: any[], media: 'image' | 'video' | 'audio' | 'any', item: Field | null, most: number | null,
 *   long: boolean, secret: boolean, type: string
 * }} Field
 */

/** @param {any} document @param {any} schema @returns {any} */
function resolve(document, schema) {
  if (!schema) return {};
  const parts = schema.allOf ?? [];
  let all = { ...schema };
  if (schema.$ref) {
    const target = schema.$ref.replace('#/', '').split('/').reduce((/** @type {any} */ at, /** @type {string} */ key) => at?.[key], document);
    all = { ...resolve(document, target), ...all };
  }
  for (const part of parts) all = { ...resolve(document, part), ...all };
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter((/** @type {any} */ option) => option.type !== 'null');
  if (options.length === 1) all = { ...resolve(document, options[0]), ...all };
  return all;
}

/** What kind of file a field takes, by its name and its description. @param {string} words @returns {Field['media']} */
function mediaOf(words) {
  const kinds = /** @type {const} */ (['image', 'video', 'audio']);
  const found = kinds.filter((kind) => words.includes(kind) || (kind === 'image' && /picture|photo|mask/.test(words)));
  return found.length === 1 ? found[0] : kinds.find((kind) => words.split(' ')[0].includes(kind)) ?? 'any';
}

/** @param {any} document @param {string} name @param {any} raw @param {boolean} required @returns {Field} */
function field(document, name, raw, required) {
  const schema = resolve(document, raw);
  const choices = schema.enum ?? [];
  const isFile = schema.type === 'string' && schema.format === 'uri';
  /** @type {Field['kind']} */
  const kind = choices.length > 0 ? 'choice'
    : isFile ? 'file'
    : schema.type === 'string' ? 'text'
    : schema.type === 'integer' || schema.type === 'number' ? 'number'
    : schema.type === 'boolean' ? 'switch'
    : schema.type === 'array' ? 'list' : 'json';
  const description = schema.description ?? '';
  return {
    name, kind, description, required,
    initial: schema.default,
    minimum: schema.minimum ?? null,
    maximum: schema.maximum ?? null,
    integer: schema.type === 'integer',
    choices,
    media: mediaOf(`${name.toLowerCase()} ${description.toLowerCase()}`),
    item: kind === 'list' ? field(document, name, schema.items ?? {}, false) : null,
    most: schema.maxItems ?? (Number(/up to (\d+)/i.exec(description)?.[1] ?? 0) || null),
    long: /prompt|text|system/.test(name),
    secret: schema.format === 'password' || schema['x-cog-secret'] === true,
    type: choices.length > 0 ? 'enum' : isFile ? 'file' : schema.type ?? 'json',
  };
}

/**
 * The inputs of a model.
 * @param {any} document
 * @returns {Field[]}
 */
export function fieldsOf(document) {
  const input = resolve(document, document?.components?.schemas?.Input);
  const properties = Object.entries(input.properties ?? {});
  const required = new Set(input.required ?? []);
  const order = (/** @type {[string, any]} */ [, schema]) => schema['x-order'] ?? 1e6;
  return properties
    .sort((a, b) => order(a) - order(b))
    .map(([name, schema]) => field(document, name, schema, required.has(name)))
    .filter((each) => !each.name.startsWith('_'));
}

/** What a field sends when nobody touches it. @param {Field[]} fields @returns {Record<string, any>} */
export function initialInput(fields) {
  /** @type {Record<string, any>} */
  const input = {};
  for (const each of fields) if (each.initial !== undefined && each.initial !== null) input[each.name] = each.initial;
  return input;
}
