// Before anything is drawn, so that the page does not flash.
(() => {
  'use strict';
  try {
    const theme = localStorage.getItem('reckon-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* Storage may be forbidden; then the system's colours hold. */ }
})();
