// A small still of what a shot looks at: the panel's part of its sheet, drawn from the sheet that is there already.

/** @typedef {{ path: string, width: number, height: number, quad: [number, number][] }} Still */

/** The sizes are of the picture's pixels drawn, twice what is seen, for fine screens. */
const WIDTH = 192;
const HEIGHT = 108;

/** @type {Map<string, Promise<HTMLImageElement>>} */
const loaded = new Map();

/** @param {string} path */
function picture(path) {
  let image = loaded.get(path);
  if (!image) {
    const element = new Image();
    element.src = path;
    image = element.decode().then(() => element);
    loaded.set(path, image);
  }
  return image;
}

/** @param {Still} still @returns {HTMLCanvasElement} empty until the picture is there, and for good where it does not come */
export function stillOf({ path, width, height, quad }) {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  canvas.setAttribute('aria-hidden', 'true');
  picture(path).then((image) => {
    const [xs, ys] = [quad.map((point) => point[0]), quad.map((point) => point[1])];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
    // As the film crops it: the middle, without bars.
    const seen = Math.min(wide, (high * WIDTH) / HEIGHT);
    const tall = (seen * HEIGHT) / WIDTH;
    const [across, down] = [image.naturalWidth / width, image.naturalHeight / height];
    canvas.getContext('2d')?.drawImage(image, (left + (wide - seen) / 2) * across, (top + (high - tall) / 2) * down, seen * across, tall * down, 0, 0, WIDTH, HEIGHT);
  }, () => canvas.remove());
  return canvas;
}
