// A storyboard sheet with its panels drawn over it, to be corrected by dragging or with the arrow keys.
import { h } from './dom.js';
import { t } from './text.js';

/** @typedef {import('./plan.js').Point} Point */
/** @typedef {{ shot: number, quad: Point[] }} Panel */

const SVG = 'http://www.w3.org/2000/svg';
/** How far an arrow key moves, as a share of the picture's longer side; with Shift five times that. */
const STEP = 1 / 400;
/** The size of a corner's handle, as a share of the longer side. */
const HANDLE = 1 / 70;

/** @param {string} tag @param {Record<string, string | number>} attributes */
function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {{ name: string, width: number, height: number, path: string | null }} picture its size as the timeline counts
 * @param {{ select: (shot: number) => void, change: ((shot: number, quad: Point[], isDone: boolean) => void) | null, remove: (shot: number) => void }} hands
 */
export function sheetOf(picture, hands) {
  const { width, height } = picture;
  const long = Math.max(width, height);
  const drawing = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': t('cut.panels', { name: picture.name }) });
  const element = h('div', { class: 'sheet' },
    picture.path ? h('img', { src: picture.path, alt: picture.name, draggable: 'false' }) : h('p', { class: 'soft small sheet-away' }, t('cut.away')), drawing);
  element.style.aspectRatio = `${width} / ${height}`;

  /** Where a pointer is, in the picture's pixels. @param {PointerEvent} event @returns {Point} */
  const place = (event) => {
    const box = drawing.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
  };
  const within = (/** @type {Point} */ [x, y]) => /** @type {Point} */ ([
    Math.round(Math.min(width, Math.max(0, x)) * 10) / 10, Math.round(Math.min(height, Math.max(0, y)) * 10) / 10,
  ]);
  /** The quad with one corner, or all of them, moved. @param {Point[]} quad @param {number | null} corner @param {Point} by */
  const moved = (quad, corner, [dx, dy]) => quad.map((point, i) => (corner === null || corner === i ? within([point[0] + dx, point[1] + dy]) : point));

  /** @param {Element} handle @param {Panel} panel @param {number | null} corner */
  function draggable(handle, panel, corner) {
    const { change } = hands;
    if (!change) return;
    handle.addEventListener('pointerdown', (event) => {
      const start = /** @type {PointerEvent} */ (event);
      start.preventDefault();
      drawing.setPointerCapture(start.pointerId);
      const from = place(start);
      let quad = panel.quad;
      const drag = (/** @type {Event} */ next) => {
        const to = place(/** @type {PointerEvent} */ (next));
        quad = moved(panel.quad, corner, [to[0] - from[0], to[1] - from[1]]);
        change(panel.shot, quad, false);
      };
      const drop = () => {
        drawing.removeEventListener('pointermove', drag);
        if (quad !== panel.quad) change(panel.shot, quad, true);
      };
      drawing.addEventListener('pointermove', drag);
      drawing.addEventListener('pointerup', drop, { once: true });
      drawing.addEventListener('pointercancel', drop, { once: true });
    });
    handle.addEventListener('keydown', (event) => {
      const { key, shiftKey } = /** @type {KeyboardEvent} */ (event);
      const arrow = ARROWS[key];
      if (arrow) {
        event.preventDefault();
        const step = long * STEP * (shiftKey ? 5 : 1);
        change(panel.shot, moved(panel.quad, corner, [arrow[0] * step, arrow[1] * step]), true);
      } else if (key === 'Delete' || key === 'Backspace') {
        event.preventDefault();
        hands.remove(panel.shot);
      }
    });
  }

  return {
    element,
    /** @param {Panel[]} panels @param {number} selected the shot in hand */
    show(panels, selected) {
      const focused = document.activeElement?.getAttribute('data-handle');
      drawing.replaceChildren();
      for (const panel of [...panels].sort((a, b) => Number(a.shot === selected) - Number(b.shot === selected))) {
        const isNow = panel.shot === selected;
        const label = t('cut.panel', { n: panel.shot + 1 });
        const shape = svg('polygon', {
          points: panel.quad.map((point) => point.join(',')).join(' '), class: isNow ? 'panel now' : 'panel', tabindex: 0, role: 'button',
          'aria-label': label, 'aria-pressed': String(isNow), 'data-handle': `${panel.shot}`,
        });
        shape.addEventListener('click', () => hands.select(panel.shot));
        shape.addEventListener('keydown', (event) => {
          if (['Enter', ' '].includes(/** @type {KeyboardEvent} */ (event).key)) {
            event.preventDefault();
            hands.select(panel.shot);
          }
        });
        const [x, y] = panel.quad[0];
        const size = long / 38;
        const tag = svg('g', { class: isNow ? 'tag now' : 'tag', 'aria-hidden': 'true' });
        const number = svg('text', { x: x + size * 0.75, y: y + size * 1.05, 'font-size': size * 0.85, 'text-anchor': 'middle' });
        number.textContent = String(panel.shot + 1);
        tag.append(svg('rect', { x, y, width: size * 1.5, height: size * 1.45 }), number);
        drawing.append(shape, tag);
        if (isNow) draggable(shape, panel, null);
        if (isNow && hands.change) {
          panel.quad.forEach(([cx, cy], i) => {
            const handle = svg('circle', {
              cx, cy, r: long * HANDLE, class: 'corner', tabindex: 0, role: 'button', 'aria-label': t('cut.corner', { n: i + 1, panel: panel.shot + 1 }),
              'data-handle': `${panel.shot}.${i}`,
            });
            draggable(handle, panel, i);
            drawing.append(handle);
          });
        }
      }
      if (focused) /** @type {SVGElement | null} */ (drawing.querySelector(`[data-handle="${CSS.escape(focused)}"]`))?.focus();
    },
  };
}
