// The input as it is now: one value that the form, the JSON tab and the snippets show and change.

/**
 * @typedef {{
 *   get: () => Record<string, any>,
 *   set: (name: string, value: any, from: object) => void,
 *   replace: (input: Record<string, any>, from: object) => void,
 *   listen: (listener: (from: object) => void) => void
 * }} Input
 */

/** @param {Record<string, any>} initial @returns {Input} */
export function inputOf(initial) {
  let value = structuredClone(initial);
  /** @type {((from: object) => void)[]} */
  const listeners = [];
  const tell = (/** @type {object} */ from) => listeners.forEach((listener) => listener(from));
  return {
    get: () => value,
    set(name, next, from) {
      value = { ...value };
      if (next === undefined || next === null) delete value[name];
      else value[name] = next;
      tell(from);
    },
    replace(input, from) {
      value = structuredClone(input);
      tell(from);
    },
    listen: (listener) => listeners.push(listener),
  };
}
