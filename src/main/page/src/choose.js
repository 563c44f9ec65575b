import { h, replace } from './dom.js';

let count = 0;

/**
 * A text field with suggestions (the combobox of the ARIA patterns): arrows move, Enter takes, Escape closes.
 *
 * @param suggest text to suggestions, at once or later: {label, note, take}
 */
export function combobox({ label, placeholder, suggest, submit, value = '' }) {
  const id = `suggestions-${++count}`;
  let shown = [];
  let at = -1;
  let asked = 0;
  const input = h('input', { type: 'search', role: 'combobox', placeholder, value, autocomplete: 'off', spellcheck: 'false',
    'aria-label': label, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
    oninput: () => ask(), onfocus: () => input.value && ask(), onblur: () => setTimeout(close, 150), onkeydown: keyed });
  const options = h('ul.options', { id, role: 'listbox', 'aria-label': `${label}: suggestions`, hidden: true });

  async function ask() {
    const mine = ++asked;
    const found = input.value.trim() === '' ? [] : await suggest(input.value.trim());
    if (mine !== asked) return;
    shown = found;
    at = -1;
    draw();
  }

  function draw() {
    replace(options, shown.map((one, index) => h('li', { id: `${id}-${index}`, role: 'option', 'aria-selected': String(index === at),
      onmousedown: (event) => { event.preventDefault(); take(one); } },
      h('span', {}, one.label), one.note && h('span.small', {}, one.note))));
    options.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(shown.length > 0));
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', `${id}-${at}`);
      options.children[at].scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }

  function take(one) {
    input.value = '';
    close();
    one.take();
  }

  function close() {
    asked++;
    shown = [];
    at = -1;
    draw();
  }

  function keyed(event) {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (at >= 0) take(shown[at]);
      else if (submit) {
        submit(input.value.trim());
        close();
      } else if (shown.length > 0) take(shown[0]);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault();
      at = (at + (event.key === 'ArrowDown' ? 1 : shown.length + (at < 0 ? 0 : -1))) % shown.length;
      draw();
    }
  }

  return h('div.combobox', {}, input, options);
}

/** Entities whose name begins with what was typed, then those that hold it; those with most events first. */
export function matching(events, text, accepts, most = 8) {
  const wanted = text.toLowerCase();
  const found = [];
  for (const entity of events.entities) {
    const where = entity.label.toLowerCase().indexOf(wanted);
    if (where >= 0 && accepts(entity)) found.push([where === 0 ? 0 : 1, -(events.frequency()[entity.index]), entity]);
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, most).map(([, , entity]) => entity);
}
