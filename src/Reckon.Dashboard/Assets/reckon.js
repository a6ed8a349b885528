// Pages work without this file. It adds what browsers alone cannot: pushed updates, long lists, a choice of colours.
(() => {
  'use strict';
  const at = address => new URL(address, document.baseURI).href;

  // --- Pushed updates -------------------------------------------------------------------------------------------------
  const link = document.getElementById('link');
  const say = (text, isLost) => {
    if (!link) return;
    link.hidden = false;
    link.textContent = text;
    link.classList.toggle('lost', isLost);
  };

  const follow = part => {
    let cursor = '';
    const open = () => {
      const address = new URL(at(part.dataset.live));
      if (cursor) address.searchParams.set('last', cursor);
      const events = new EventSource(address);
      events.addEventListener('hello', () => say('live', false));
      events.addEventListener('frame', event => {
        cursor = event.lastEventId;
        Idiomorph.morph(part, event.data, {
          morphStyle: 'innerHTML',
          ignoreActiveValue: true,
          callbacks: { beforeAttributeUpdated: (name, node) => !(name === 'open' && node.localName === 'details') },
        });
        say('live', false);
      });
      events.addEventListener('over', () => { events.close(); say('up to date', false); });
      events.onerror = () => {
        say('connection lost, trying again', true);
        if (events.readyState === EventSource.CLOSED) setTimeout(open, 3000); // The browser has given up.
      };
      addEventListener('pagehide', () => events.close(), { once: true });
    };
    open();
  };
  document.querySelectorAll('[data-live]').forEach(follow);

  // --- Long lists: only the rows in sight are in the document --------------------------------------------------------
  const virtual = box => {
    const [body, total] = [box.querySelector('tbody'), Number(box.dataset.total)];
    if (!body || body.rows.length === 0 || total <= body.rows.length) return;
    document.querySelector('.pages')?.remove();
    const height = body.rows[0].getBoundingClientRect().height;
    const spacer = () => {
      const row = document.createElement('tr');
      row.setAttribute('aria-hidden', 'true');
      row.className = 'spacer';
      row.append(document.createElement('td'));
      row.firstChild.colSpan = 10;
      return row;
    };
    const [above, below] = [spacer(), spacer()];
    const count = Math.min(400, Math.ceil(box.clientHeight / height) * 3 + 20);
    let [from, wanted, busy] = [0, 0, false];
    const place = () => {
      above.style.height = `${from * height}px`;
      below.style.height = `${Math.max(0, total - from - (body.rows.length - 2)) * height}px`;
    };
    body.prepend(above);
    body.append(below);
    place();
    const load = async () => {
      if (busy) return;
      busy = true;
      while (from !== wanted) {
        const asked = wanted;
        try {
          const answer = await fetch(`${at(box.dataset.rows)}&from=${asked}&count=${count}`, { credentials: 'same-origin' });
          if (!answer.ok) break;
          const rows = document.createElement('template');
          rows.innerHTML = await answer.text();
          body.replaceChildren(above, ...rows.content.querySelectorAll('tr'), below);
          from = asked;
          place();
        } catch { break; }
      }
      busy = false;
    };
    box.addEventListener('scroll', () => {
      const first = Math.floor(box.scrollTop / height);
      const last = first + Math.ceil(box.clientHeight / height);
      if (first >= from + 5 && last <= from + body.rows.length - 7) return;
      if (first < 5 && from === 0 && last <= body.rows.length - 7) return;
      wanted = Math.max(0, Math.min(total - count, first - Math.floor(count / 3)));
      load();
    }, { passive: true });
  };
  document.querySelectorAll('[data-rows]').forEach(virtual);

  // --- Colours ---------------------------------------------------------------------------------------------------------
  const themes = ['system', 'light', 'dark'];
  const button = document.getElementById('theme');
  if (button) {
    const root = document.documentElement;
    const show = () => { button.setAttribute('aria-label', `Colours: ${root.dataset.theme ?? 'as the system has them'}`); };
    button.hidden = false;
    show();
    button.addEventListener('click', () => {
      const next = themes[(themes.indexOf(root.dataset.theme ?? 'system') + 1) % themes.length];
      if (next === 'system') delete root.dataset.theme; else root.dataset.theme = next;
      try { if (next === 'system') localStorage.removeItem('reckon-theme'); else localStorage.setItem('reckon-theme', next); } catch { /* As in theme.js. */ }
      show();
    });
  }
})();
