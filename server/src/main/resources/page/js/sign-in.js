// Sign in by token. As a dialog, so that it can stand before a form that is half filled in.
import { ApiError, call } from './api.js';
import { h } from './dom.js';
import { t } from './text.js';

/**
 * Asks for a token. When something stands behind the question it stays there, else the page is drawn anew.
 * @param {HTMLElement} page
 * @param {boolean} isInTheMiddle
 */
export function signIn(page, isInTheMiddle) {
  const field = h('input', {
    id: 'token', type: 'password', autocomplete: 'current-password', required: true, spellcheck: 'false',
    placeholder: 'r8_…', 'aria-describedby': 'token-help token-error',
  });
  const error = h('p', { id: 'token-error', class: 'wrong', role: 'alert' });
  const form = h('form', {
    onsubmit: async (/** @type {Event} */ event) => {
      event.preventDefault();
      error.textContent = '';
      try {
        await call('POST', '/page/session', { token: field.value }, { quiet: true });
        if (isInTheMiddle) dialog.remove();
        else location.reload();
      } catch (e) {
        error.textContent = e instanceof ApiError && e.status === 401 ? t('signin.wrong') : String(e);
        field.focus();
      }
    },
  },
    h('h1', { id: 'sign-in-title' }, isInTheMiddle ? t('signin.expired') : t('signin.title')),
    h('p', { class: 'soft' }, isInTheMiddle ? t('signin.kept') : t('signin.what')),
    h('label', { for: 'token' }, t('signin.token')),
    field,
    h('p', { id: 'token-help', class: 'soft small' }, t('signin.help')),
    error,
    h('button', { class: 'primary', type: 'submit' }, t('signin.go')));
  const dialog = h('dialog', { class: 'sign-in card', 'aria-labelledby': 'sign-in-title' }, form);
  dialog.addEventListener('cancel', (/** @type {Event} */ event) => event.preventDefault());
  page.append(dialog);
  dialog.showModal();
  field.focus();
}
