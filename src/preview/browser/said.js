// What there is to say about a kit to a sheet in the corner of a page: the errors, opened over
// the last good page, and the warnings, folded until somebody asks.
//
// It knows nothing of how it is told. It stands beside the page's body in a shadow of its own,
// styled by a constructed sheet, so that neither the page's styles nor its policy reach it, nor
// it the page. Nothing of a kit is ever parsed here: all of it is text.

// More than anybody reads; the terminal has them all.
const MOST = 50;
const OPENED = 'pitchkit:opened';
const FOLDED = 'pitchkit:folded';

const LOOK = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 0 var(--pitchkit-said-bottom, 0px) 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
  --sheet: light-dark(#ffffff, #1b1d1e);
  --well: light-dark(#f4f4f2, #121415);
  --ink: light-dark(#17191a, #ecebe7);
  --soft: light-dark(#5b6063, #a5aaa9);
  --rule: light-dark(#dcdedd, #34383a);
  --edge: light-dark(#b9bcbb, #4a4f51);
  --error: light-dark(#a83218, #ff9d80);
  --warning: light-dark(#7b5600, #e4bd63);
  --focus: light-dark(#0a58ff, #9cc0ff);
  --lift: 0 6px 28px light-dark(rgb(0 0 0 / .13), rgb(0 0 0 / .5));
}
@media print { :host { display: none !important; } }
* { box-sizing: border-box; margin: 0; }
[hidden] { display: none !important; }
.dock {
  display: flex; flex-direction: column; align-items: flex-end; gap: 8px;
  padding: 16px; direction: ltr; text-align: start;
  font: 400 14px/1.45 system-ui, sans-serif; color: var(--ink);
}
.row { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; max-width: 100%; }
.away, .whose, button, section {
  pointer-events: auto; background: var(--sheet); border: 1px solid var(--edge);
  border-radius: 6px; color: inherit;
}
.away, .whose, .badge { padding: 8px 12px; font: 500 13px/18px system-ui, sans-serif; }
.away, .whose { color: var(--soft); font-weight: 400; }
.away { margin-inline-end: auto; }
button { cursor: pointer; }
button:hover { border-color: var(--ink); }
:focus, h2:focus-visible { outline: none; }
:where(button, ol, pre):focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
:where(ol, pre):focus-visible { outline-offset: -3px; }
.badge { display: inline-flex; align-items: center; gap: 8px; font-variant-numeric: tabular-nums; }
.mark { flex: none; width: 9px; height: 9px; forced-color-adjust: none; }
.errors .mark { background: var(--error); border-radius: 50%; }
.warnings .mark { background: var(--warning); clip-path: polygon(50% 4%, 100% 96%, 0 96%); }
section {
  box-shadow: var(--lift); display: flex; flex-direction: column; overflow: hidden;
  width: min(760px, 100%); max-height: min(70vh, 720px); max-height: min(70dvh, 720px);
}
section.warnings { width: min(520px, 100%); }
header { display: flex; align-items: flex-start; gap: 16px; padding: 20px 16px 16px 24px; }
header > div { flex: 1; min-width: 0; }
h2 { display: flex; align-items: center; gap: 10px; font-size: 20px; line-height: 26px;
  font-weight: 600; letter-spacing: -.012em; }
header p { margin-top: 2px; color: var(--soft); }
.fold { display: flex; align-items: center; gap: 8px; padding: 5px 10px; border-color: var(--rule);
  font: 500 13px/18px system-ui, sans-serif; }
kbd { font: 400 12px/18px system-ui, sans-serif; color: var(--soft); }
ol { list-style: none; padding: 0 24px; overflow-y: auto; overscroll-behavior: contain;
  border-top: 1px solid var(--rule); scrollbar-width: thin;
  scrollbar-color: var(--edge) transparent; }
li { padding: 18px 0 20px; }
li + li { border-top: 1px solid var(--rule); }
.warnings li { padding: 13px 0 14px; }
.message { font-size: 16px; line-height: 1.4; font-weight: 550; letter-spacing: -.004em;
  overflow-wrap: anywhere; white-space: pre-line; }
.warnings .message { font-size: 14px; font-weight: 500; letter-spacing: 0; }
.sentence::first-letter { text-transform: uppercase; }
code, .place, pre { font-family: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas,
  "DejaVu Sans Mono", monospace; }
code { font-size: .9em; font-weight: 500; }
.place { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px;
  margin-top: 4px; font-size: 12.5px; line-height: 20px; color: var(--soft); }
.place span { overflow-wrap: anywhere; }
.errors .where { color: var(--error); }
.warnings .where { color: var(--warning); }
pre { margin-top: 10px; padding: 10px 14px; overflow-x: auto; border-radius: 4px;
  background: var(--well); scrollbar-width: thin; scrollbar-color: var(--edge) transparent; font-size: 12.5px; line-height: 20px; tab-size: 4; }
pre .gutter { color: var(--soft); user-select: none; }
pre .pointer { color: var(--error); font-weight: 600; }
pre .echo { display: none; }
.hint { margin-top: 8px; max-width: 68ch; color: var(--soft); text-wrap: pretty;
  overflow-wrap: anywhere; white-space: pre-line; }
pre + .hint { margin-top: 10px; }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
@media (max-width: 560px) {
  .dock { padding: 8px; }
  header { padding: 16px 10px 14px 16px; gap: 8px; }
  ol { padding: 0 16px; }
  pre { margin-inline: -16px; padding-inline: 16px; border-radius: 0; }
  .badge, .fold { min-height: 40px; }
  kbd { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  section { animation: come .16s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(6px); } }
}
`;

// The corner of this document, empty and not in it until there is something to say.
export function open() {
  const host = document.createElement('pitchkit-said');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  shadow.adoptedStyleSheets = [sheet];

  const dock = make('div', 'dock');
  const aloud = make('div', 'aloud');
  aloud.setAttribute('role', 'status');
  const row = make('div', 'row');
  const away = make('p', 'away', 'The preview does not answer. This page waits for it.');
  away.hidden = true;
  const whose = make('p', 'whose');
  whose.hidden = true;
  const errors = kind('errors');
  const warnings = kind('warnings');
  row.append(whose, away, errors.badge, warnings.badge);
  dock.append(aloud, errors.panel, warnings.panel, row);
  shadow.append(dock);

  let opened = '';

  for (const one of [errors, warnings]) {
    one.badge.addEventListener('click', () => {
      turn(opened === one.name ? '' : one.name);
      if (opened) one.title.focus();
      keep();
    });
    one.fold.addEventListener('click', () => fold(one));
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !opened) return;
    fold(opened === 'errors' ? errors : warnings);
  });

  function fold(one) {
    const isInside = one.panel.contains(shadow.activeElement);
    turn('');
    if (isInside) one.badge.focus();
    keep();
  }

  // Over pages and reloads: whether the warnings are open, and which errors were folded.
  function keep() {
    sessionStorage.setItem(OPENED, opened === 'warnings' ? 'yes' : '');
    sessionStorage.setItem(FOLDED, errors.count && opened !== 'errors' ? errors.key : '');
  }

  function turn(name) {
    opened = name;
    for (const one of [errors, warnings]) {
      one.panel.hidden = one.count === 0 || opened !== one.name;
      one.badge.hidden = one.count === 0 || opened === one.name;
      one.badge.setAttribute('aria-expanded', String(!one.panel.hidden));
    }
    for (const pre of shadow.querySelectorAll('section:not([hidden]) pre')) {
      if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
      else pre.removeAttribute('tabindex');
    }
    stand();
  }

  function stand() {
    const isNeeded = errors.count + warnings.count > 0 || !away.hidden || !whose.hidden;
    if (!isNeeded) host.remove();
    else if (!host.isConnected) document.documentElement.append(host);
  }

  function tell(text) {
    // A reader of the screen hears what changes in a region that is there, not one that arrives.
    aloud.textContent = '';
    setTimeout(() => (aloud.textContent = text), 150);
  }

  return {
    // Shows what a state of the kit says, and only that. A page may be there although the server has
    // none: it was started again.
    show(state, hasPage) {
      const isNew = fill(errors, state.errors);
      fill(warnings, state.warnings);
      whose.hidden = !state.brand;
      whose.textContent = state.brand ? `Edition for ${state.brand} alone` : '';
      errors.note.textContent = hasPage
        ? 'The page below is the last good one.'
        : 'There is no page yet. It comes when this is mended.';
      stand();
      if (isNew && errors.count) {
        turn(sessionStorage.getItem(FOLDED) === errors.key ? '' : 'errors');
        tell(`${counted(errors)}. ${state.errors[0].message}`);
      } else if (isNew) {
        sessionStorage.removeItem(FOLDED);
        tell('No errors any more.');
      }
      if (!errors.count && opened !== 'warnings') {
        turn(sessionStorage.getItem(OPENED) && warnings.count ? 'warnings' : '');
      } else {
        turn(opened);
      }
    },
    // Says quietly that the server is away, or that it is back.
    away(isAway) {
      if (away.hidden !== isAway) return;
      away.hidden = !isAway;
      stand();
    },
  };
}

// One kind of what is said: its badge, its panel and what they hold.
function kind(name) {
  const badge = make('button', `badge ${name}`);
  const label = make('span');
  badge.append(make('span', 'mark'), label);
  badge.type = 'button';

  const panel = make('section', name);
  const title = make('h2');
  title.id = `${name}-title`;
  title.tabIndex = -1;
  panel.setAttribute('aria-labelledby', title.id);
  const note = make('p');
  const fold = make('button', 'fold', 'Fold');
  fold.append(make('kbd', '', 'Esc'));
  fold.type = 'button';
  const list = make('ol');
  // So that it scrolls by keys.
  list.tabIndex = 0;
  const words = make('div');
  words.append(title);
  if (name === 'errors') words.append(note);
  const head = make('header');
  head.append(words, fold);
  panel.append(head, list);
  return { name, badge, label, panel, title, note, fold, list, count: 0, key: '', all: '[]' };
}

// True when these are other diagnostics than before, and not the same in a line that was edited.
function fill(one, diagnostics) {
  const all = JSON.stringify(diagnostics);
  if (all === one.all) return false;
  one.all = all;
  const key = diagnostics.map((d) => [d.file, d.line, d.column, d.rule, d.message].join(':')).join('\n');
  const isNew = key !== one.key;
  one.key = key;
  one.count = diagnostics.length;
  one.label.textContent = counted(one);
  one.title.replaceChildren(make('span', 'mark'), counted(one));
  const shown = diagnostics.slice(0, MOST).map((d) => item(d, one.name === 'errors'));
  one.list.replaceChildren(...shown);
  const rest = one.count - shown.length;
  if (rest > 0) {
    const more = make('li', 'hint');
    more.append(...spoken(`… and ${rest} more; \`pitchkit check --format short\` lists all.`));
    one.list.append(more);
  }
  return isNew;
}

function counted({ count, name }) {
  return count === 1 ? `1 ${name.slice(0, -1)}` : `${count} ${name}`;
}

function item(diagnostic, isDrawn) {
  const { file, line, column, rule, message, hints, text } = diagnostic;
  const node = make('li');
  const said = make('p', message.startsWith('`') ? 'message' : 'message sentence');
  said.append(...spoken(message));
  const place = make('p', 'place');
  const where = [file, line, column].filter((part) => part !== null).join(':');
  place.append(make('span', 'where', where), make('span', '', rule));
  node.append(said, place);
  if (isDrawn && text) node.append(drawn(text, hints.length > 0));
  for (const hint of hints) {
    const advice = make('p', hint.startsWith('`') ? 'hint' : 'hint sentence');
    advice.append(...spoken(hint));
    node.append(advice);
  }
  return node;
}

// `text` with what stands in backticks as code.
function spoken(text) {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 ? make('code', '', part) : part));
}

// The terminal's drawing. What stands around it in better type already is kept but not shown.
function drawn(text, hasHints) {
  const pre = make('pre');
  const lines = text.replace(/\n+$/, '').split('\n');
  const arrow = lines.findIndex((line) => /^\s*-->/.test(line));
  const help = lines.findIndex((line) => /^\s*= \w+:/.test(line));
  const last = hasHints && help >= 0 ? help : lines.length;
  const isBare = (line) => /^\s*\|?\s*$/.test(line);
  let first = arrow + 1;
  while (first < last && isBare(lines[first])) first += 1;
  let end = last;
  while (end > first && isBare(lines[end - 1])) end -= 1;
  for (const [index, line] of lines.entries()) {
    const ending = index < lines.length - 1 ? '\n' : '';
    if (index < first || index >= end) {
      pre.append(make('span', 'echo', line + ending));
      continue;
    }
    const [, gutter, rest] = /^(\s*\d*\s*[|=] ?)(.*)$/.exec(line) ?? [null, '', line];
    const isCode = /\d/.test(gutter) || gutter === '';
    pre.append(make('span', 'gutter', gutter), make('span', isCode ? '' : 'pointer', rest + ending));
  }
  // Of a file as a whole, or of no file, nothing is left to be seen.
  pre.hidden = first >= end;
  return pre;
}

function make(name, kind = '', text = '') {
  const node = document.createElement(name);
  if (kind) node.className = kind;
  if (text) node.textContent = text;
  return node;
}
