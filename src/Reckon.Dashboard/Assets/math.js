// Typesets the formulas that the server has marked, once they come into sight. Without this file they stand as they were written.
(() => {
  'use strict';
  const formulas = document.querySelectorAll('.tex');
  const button = document.getElementById('written');
  if (formulas.length === 0) return;

  // The server gives on what is known to be harmless; these limits hold whatever it gives.
  const limits = { trust: false, strict: 'ignore', throwOnError: true, maxExpand: 300, maxSize: 10 };
  const [mostNodes, mostDepth] = [20000, 256];
  const stamp = new URL(document.currentScript.src).search;
  const at = name => new URL(`assets/${name}${stamp}`, document.baseURI).href;

  const isTooLarge = root => {
    let [node, depth, count] = [root, 0, 0];
    while (node) {
      if (++count > mostNodes || depth > mostDepth) return true;
      if (node.firstChild) { node = node.firstChild; depth++; continue; }
      while (node !== root && !node.nextSibling) { node = node.parentNode; depth--; }
      node = node === root ? null : node.nextSibling;
    }
    return false;
  };

  const set = formula => {
    const source = formula.firstElementChild.textContent;
    const cut = Number(formula.dataset.cut);
    const view = document.createElement('span');
    view.className = 'view';
    try {
      katex.render(source.slice(cut, source.length - cut), view, { ...limits, displayMode: formula.classList.contains('display') });
    } catch { return; } // No formula after all: it stays as it was written.
    if (isTooLarge(view)) return;
    formula.append(view);
    formula.classList.add('set');
  };

  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      set(entry.target);
    }
  }, { rootMargin: '400px' });

  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = at('katex.min.css');
  const script = document.createElement('script');
  script.src = at('katex.min.js');
  script.onload = () => formulas.forEach(formula => seen.observe(formula));
  document.head.append(style, script);

  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const isWritten = document.body.classList.toggle('as-written');
    button.setAttribute('aria-pressed', String(isWritten));
  });
})();
