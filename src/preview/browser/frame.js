// The kit in two frames, at the width of a phone and of a desktop, dressed as the reader wishes
// to see it: light, dark or printed.
//
// The framed pages are those that the server sends to anybody. Only the media rules of their
// styles are turned, and turned back, so what is seen is what they would be. client.js keeps them
// fresh and says what is wrong; this never talks to the server.
'use strict';
(() => {
  const PHONE = { width: 390, height: 844 };
  const DESKTOP = 1280;
  // A4 at 96 px an inch.
  const PAPER = 794;
  const NARROW = matchMedia('(max-width: 900px)');
  const FRAME = '/_pitchkit/';
  const LOOK = 'pitchkit:look';
  const WIDTH = 'pitchkit:width';
  const PAGE = 'pitchkit:page';

  const views = ['phone', 'desktop'].map((name) => {
    const figure = document.getElementById(name);
    return { name, figure, glass: figure.querySelector('.glass'), iframe: figure.querySelector('iframe') };
  });
  const [phone, desktop] = views;
  const page = document.getElementById('page');
  const alone = document.getElementById('alone');
  const print = document.getElementById('print');
  const main = document.querySelector('main');
  const footer = document.querySelector('footer');

  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  let look = sessionStorage.getItem(LOOK) ?? (isDark ? 'dark' : 'light');
  let width = sessionStorage.getItem(WIDTH) ?? 'both';
  let shown = sessionStorage.getItem(PAGE) ?? '/';

  // ---- Which page ----

  function show(path) {
    note(path);
    for (const view of views) go(view, path);
  }

  function go(view, path) {
    if (addressOf(view) !== path) view.iframe.contentWindow.location.replace(path);
  }

  function note(path) {
    shown = path;
    sessionStorage.setItem(PAGE, path);
    page.value = path;
    alone.href = path;
  }

  function addressOf(view) {
    try {
      const { origin, pathname, search, hash } = view.iframe.contentWindow.location;
      return origin === location.origin ? pathname + search + hash : '';
    } catch {
      // A page that the browser shows in place of one that did not come.
      return '';
    }
  }

  // A frame went to another page, or to a place in its page: the other one goes with it.
  function arrived(view) {
    const path = addressOf(view);
    if (!path || path === shown) return;
    note(path);
    for (const other of views) if (other !== view) go(other, path);
  }

  function greet(view, framed) {
    if (greeted.has(framed)) return;
    greeted.add(framed);
    framed.addEventListener('pitchkit:updated', () => dress(framed));
    framed.addEventListener('click', leave, true);
    framed.defaultView.addEventListener('hashchange', () => arrived(view));
  }

  const greeted = new WeakSet();

  // A link out of the kit may not replace the kit.
  function leave(event) {
    const link = event.target.closest?.('a[href]');
    if (!link || link.origin === location.origin || event.defaultPrevented) return;
    event.preventDefault();
    if (/^https?:$/.test(link.protocol)) window.open(link.href, '_blank', 'noopener');
    else location.href = link.href;
  }

  for (const view of views) {
    view.iframe.addEventListener('load', () => {
      const framed = view.iframe.contentDocument;
      if (!framed || !addressOf(view)) return;
      greet(view, framed);
      dress(framed);
      arrived(view);
    });
  }

  // Sooner than its load, so that a dark page is never seen light.
  document.addEventListener('pitchkit:page', ({ detail: framed }) => {
    const view = views.find(({ iframe }) => iframe.contentDocument === framed);
    if (!view) return;
    greet(view, framed);
    dress(framed);
  });

  document.getElementById('address').addEventListener('submit', (event) => {
    event.preventDefault();
    const { origin, pathname, search, hash } = new URL(page.value || '/', location.origin);
    const isOurs = origin === location.origin && !pathname.startsWith(FRAME);
    show(isOurs ? pathname + search + hash : '/');
  });

  // ---- How it looks ----

  // Of each framed document, what its media rules are by themselves and what was adopted.
  const dressed = new WeakMap();

  function dress(framed, as = look) {
    const before = dressed.get(framed) ?? { rules: new Map(), sources: new Map(), sheet: null };
    const rules = new Map();
    const margins = { value: '' };
    for (const sheet of framed.styleSheets) turnSheet(sheet, as, before.rules, rules, margins);
    const sources = new Map();
    for (const source of framed.querySelectorAll('source[media]')) {
      const known = before.sources.get(source);
      // Something else in it than was left here: the page was brought up to date.
      const own = known && source.media === known.turned ? known.own : source.media;
      const turned = turn(own, as);
      if (source.media !== turned) source.media = turned;
      sources.set(source, { own, turned });
    }
    const sheet = before.sheet ?? adopted(framed);
    const isPhone = framed === phone.iframe.contentDocument;
    const scheme = as && `color-scheme: ${as === 'dark' ? 'dark' : 'light'} !important;`;
    // The bar of a desktop would take a part of the phone's width, or stand on the sheet.
    const hasBar = !isPhone && as !== 'paper';
    sheet.replaceSync(`:root { ${scheme ?? ''} ${hasBar ? '' : 'scrollbar-width: none;'} }`);
    dressed.set(framed, { rules, sources, sheet });
    if (!isPhone && as === 'paper') fitPaper(margins.value);
  }

  function adopted(framed) {
    const sheet = new framed.defaultView.CSSStyleSheet();
    framed.adoptedStyleSheets = [...framed.adoptedStyleSheets, sheet];
    return sheet;
  }

  function turnSheet(sheet, as, before, rules, margins) {
    turnMedia(sheet, as, before, rules);
    for (const rule of sheet.cssRules) turnRule(rule, as, before, rules, margins);
  }

  function turnRule(rule, as, before, rules, margins) {
    if (rule.media) turnMedia(rule, as, before, rules);
    // An import within a sheet that has not come yet has none.
    if (rule.styleSheet) turnSheet(rule.styleSheet, as, before, rules, margins);
    if (rule.constructor.name === 'CSSPageRule' && !rule.selectorText) margins.value = rule.style.margin;
    for (const inner of rule.cssRules ?? []) turnRule(inner, as, before, rules, margins);
  }

  function turnMedia(owner, as, before, rules) {
    const own = before.get(owner) ?? owner.media.mediaText;
    rules.set(owner, own);
    const turned = turn(own, as);
    if (owner.media.mediaText !== turned) owner.media.mediaText = turned;
  }

  // The media query list that is true on this screen when `query` is true in the other medium.
  function turn(query, as) {
    if (!as || !query) return query;
    const scheme = as === 'dark' ? 'dark' : 'light';
    const decided = query.replace(
      /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi,
      (_, asked) => (asked.toLowerCase() === scheme ? '(min-width: 0px)' : '(max-width: 0px)'),
    );
    if (as !== 'paper') return decided;
    return decided
      .split(',')
      .map((one) => one.trim())
      .map((one) => {
        if (/^(only\s+)?screen\b/i.test(one)) return 'not all';
        if (/^not\s+screen\b/i.test(one)) return 'all';
        return one.replace(/^(only\s+|not\s+)?print\b/i, '$1all');
      })
      .join(', ');
  }

  print.addEventListener('click', () => {
    const { contentWindow, contentDocument } = desktop.iframe;
    // The printer turns the rules itself.
    dress(contentDocument, null);
    contentWindow.addEventListener('afterprint', () => dress(contentDocument), { once: true });
    contentWindow.print();
  });

  // ---- How wide ----

  let paperMargins = [0, 0, 0, 0];

  // The page's own margins, in px, from the shorthand of its `@page` rule.
  function fitPaper(margin) {
    const sizes = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, px: 1 };
    const px = (size) => (parseFloat(size) || 0) * (sizes[size.replace(/[\d.]/g, '')] ?? 0);
    const sides = margin.split(' ').map(px);
    const [top, right = top, bottom = top, left = right] = sides;
    paperMargins = [top, right, bottom, left];
    fit();
  }

  function fit() {
    const isPaper = look === 'paper';
    const isNarrow = NARROW.matches;
    const only = width === 'both' && isNarrow ? 'phone' : width;
    document.documentElement.dataset.look = look;
    for (const view of views) {
      view.figure.hidden = isPaper ? view !== desktop : only !== 'both' && only !== view.name;
    }
    print.hidden = !isPaper;
    const style = getComputedStyle(main);
    const px = (name) => parseFloat(style[name]);
    const caption = views.find((view) => !view.figure.hidden).figure.firstElementChild;
    const wide = main.clientWidth - px('paddingLeft') - px('paddingRight');
    const inside = main.clientHeight - px('paddingTop') - px('paddingBottom');
    const high = inside - caption.offsetHeight;
    const isBoth = !isPaper && only === 'both';
    const forPhone = Math.min(wide, PHONE.width);
    if (!phone.figure.hidden) {
      const tall = isNarrow ? Infinity : PHONE.height;
      size(phone, 'Phone', PHONE.width, forPhone, high, tall);
    }
    if (!desktop.figure.hidden) {
      const room = isBoth ? wide - forPhone - px('columnGap') : wide;
      if (isPaper) size(desktop, 'Paper', PAPER, room, high, Infinity, paperMargins);
      else size(desktop, 'Desktop', DESKTOP, room, high, Infinity);
    }
  }

  function size({ figure, glass, iframe }, label, full, room, high, tall, margins = [0, 0, 0, 0]) {
    const [top, right, bottom, left] = margins;
    const scale = Math.min(1, room / full);
    const height = Math.max(0, Math.min(tall, high / scale));
    Object.assign(glass.style, {
      width: `${full * scale}px`,
      height: `${height * scale}px`,
      padding: margins.map((side) => `${side * scale}px`).join(' '),
    });
    Object.assign(iframe.style, {
      width: `${full - left - right}px`,
      height: `${Math.max(0, height - top - bottom)}px`,
      transform: scale < 1 ? `scale(${scale})` : '',
    });
    const [name, detail] = figure.firstElementChild.children;
    name.textContent = label;
    const percent = scale < 1 ? `, at ${Math.round(scale * 100)}%` : '';
    detail.textContent = label === 'Paper' ? `A4, in one piece${percent}` : `${full} px${percent}`;
  }

  new ResizeObserver(fit).observe(main);
  NARROW.addEventListener('change', check);

  // ---- The choices ----

  function check() {
    const shownWidth = width === 'both' && NARROW.matches ? 'phone' : width;
    for (const input of document.querySelectorAll('fieldset input')) {
      input.checked = input.value === (input.name === 'look' ? look : shownWidth);
      // Paper has a width of its own.
      if (input.name === 'width') input.disabled = look === 'paper';
    }
  }

  document.addEventListener('change', ({ target }) => {
    if (target.name === 'look') look = target.value;
    else if (target.name === 'width') width = target.value;
    else return;
    sessionStorage.setItem(LOOK, look);
    sessionStorage.setItem(WIDTH, width);
    check();
    fit();
    for (const { iframe } of views) if (iframe.contentDocument) dress(iframe.contentDocument);
  });

  // ---- The numbers ----

  function count({ numbers }) {
    footer.hidden = numbers.length === 0;
    const item = ({ name, shown: date, state }) => {
      const node = document.createElement('li');
      const [title, day, word] = ['b', 'span', 'span'].map((tag) => document.createElement(tag));
      title.textContent = name;
      title.dir = 'auto';
      day.textContent = date;
      word.textContent = state;
      word.className = `state ${['fresh', 'ageing', 'stale'].includes(state) ? state : ''}`;
      node.append(title, day, word);
      return node;
    };
    footer.querySelector('ul').replaceChildren(...numbers.map(item));
    const of = (state) => numbers.filter((number) => number.state === state).length;
    const counts = ['stale', 'ageing', 'fresh'].filter(of).map((state) => `${of(state)} ${state}`);
    footer.querySelector('h2 span').textContent = counts.join(', ');
    // What client.js says stands above them.
    document.documentElement.style.setProperty('--pitchkit-said-bottom', `${footer.offsetHeight}px`);
  }

  document.addEventListener('pitchkit:state', (event) => count(event.detail));
  if (window.pitchkit?.state) count(window.pitchkit.state);

  check();
  fit();
  show(shown);
})();
