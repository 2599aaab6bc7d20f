// A readme's Markdown as elements: headings, lists, code, quotes, links. Markup inside it stays text.
import { h } from './dom.js';

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/g;

/** @param {string} text @returns {any[]} */
function inline(text) {
  const out = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    out.push(text.slice(at, match.index));
    const [, code, strong, weak, words, url] = match;
    out.push(code !== undefined ? h('code', {}, code) : strong !== undefined ? h('strong', {}, strong)
      : weak !== undefined ? h('em', {}, weak) : h('a', { href: url, rel: 'noreferrer', target: '_blank' }, words));
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}

/** @param {string} text @returns {HTMLElement} */
export function markdown(text) {
  const out = h('div', { class: 'markdown' });
  const lines = text.replaceAll('\r', '').split('\n');
  let i = 0;
  const while_ = (/** @type {RegExp} */ pattern) => {
    const found = [];
    while (i < lines.length && pattern.test(lines[i])) {
      let item = lines[i++].replace(pattern, '');
      // An indented line goes on with its item.
      while (i < lines.length && /^\s+\S/.test(lines[i]) && !pattern.test(lines[i])) item += ` ${lines[i++].trim()}`;
      found.push(item);
    }
    return found;
  };
  while (i < lines.length) {
    const line = lines[i];
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === '') i++;
    else if (line.startsWith('```')) {
      i++;
      const code = [];
      while (i < lines.length && !lines[i].startsWith('```')) code.push(lines[i++]);
      i++;
      out.append(h('pre', { class: 'code', tabindex: '0' }, code.join('\n')));
    } else if (heading) {
      i++;
      out.append(h(`h${Math.min(6, heading[1].length + 1)}`, {}, inline(heading[2])));
    } else if (/^\s*[-*]\s+/.test(line)) out.append(h('ul', {}, while_(/^\s*[-*]\s+/).map((item) => h('li', {}, inline(item)))));
    else if (/^\s*\d+\.\s+/.test(line)) out.append(h('ol', {}, while_(/^\s*\d+\.\s+/).map((item) => h('li', {}, inline(item)))));
    else if (line.startsWith('>')) out.append(h('blockquote', {}, inline(while_(/^>\s?/).join(' '))));
    else {
      const words = [];
      while (i < lines.length && lines[i].trim() !== '' && !/^(#|```|>|\s*[-*]\s|\s*\d+\.\s)/.test(lines[i])) words.push(lines[i++]);
      if (words.length === 0) words.push(lines[i++]);
      out.append(h('p', {}, inline(words.join(' '))));
    }
  }
  return out;
}
