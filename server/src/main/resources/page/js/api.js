// Requests to the server that served this page. The cookie goes along by itself; the header shows that it is us.

export class ApiError extends Error {
  /** @param {number} status @param {string} detail @param {any} [problem] */
  constructor(status, detail, problem) {
    super(detail);
    this.status = status;
    /** @type {{ field?: string, loc?: string, description?: string }[]} */
    this.fields = problem?.invalid_fields ?? [];
  }
}

/** @type {(() => void) | null} */
let onSignedOut = null;

/** Called when the server does not know us any more. @param {() => void} listener */
export function whenSignedOut(listener) {
  onSignedOut = listener;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {any} [body] sent as JSON
 * @param {{ headers?: Record<string, string>, signal?: AbortSignal, quiet?: boolean }} [options]
 * @returns {Promise<any>}
 */
export async function call(method, path, body, options = {}) {
  /** @type {Record<string, string>} */
  const headers = { 'Zoetrope-Page': '1', ...options.headers };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal,
    credentials: 'same-origin',
  });
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const content = response.status === 204 ? null : isJson ? await response.json() : await response.text();
  if (!response.ok) {
    if (response.status === 401 && !options.quiet) onSignedOut?.();
    throw new ApiError(response.status, content?.detail ?? response.statusText, content);
  }
  return content;
}

/** @param {string} path @param {{ signal?: AbortSignal }} [options] */
export const get = (path, options) => call('GET', path, undefined, options);

/**
 * Sends a file and says how far it is.
 * @param {File} file
 * @param {(part: number) => void} progress
 * @param {AbortSignal} signal
 * @returns {Promise<{ id: string, name: string, size: number, content_type: string, urls: { get: string, download: string } }>}
 */
export function upload(file, progress, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/files');
    request.setRequestHeader('Zoetrope-Page', '1');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response);
      else {
        if (request.status === 401) onSignedOut?.();
        reject(new ApiError(request.status, request.response?.detail ?? request.statusText));
      }
    });
    request.addEventListener('error', () => reject(new ApiError(0, 'network')));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('content', file, file.name);
    request.send(form);
  });
}

/**
 * The path on this server that a URL of ours names, else null: the page loads nothing from elsewhere.
 * @param {unknown} url
 * @returns {string | null}
 */
export function ownPath(url) {
  if (typeof url !== 'string') return null;
  if (url.startsWith('data:')) return url;
  try {
    const parsed = new URL(url, location.href);
    const isFile = /^\/(files\/|v1\/files\/)/.test(parsed.pathname);
    return isFile && (parsed.host === location.host || url.startsWith('/')) ? parsed.pathname + parsed.search : null;
  } catch {
    return null;
  }
}
