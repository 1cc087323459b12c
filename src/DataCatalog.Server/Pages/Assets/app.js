// What script adds to pages that work without it. Listeners stand on the document, so that they outlive enhanced navigation.
(() => {
  'use strict';
  const field = (target) => target.closest('input, textarea, select, [contenteditable]');

  // "/" goes to the search box; j and k walk through hits.
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || field(event.target)) return;
    if (event.key === '/') {
      const box = document.querySelector('input[type=search]');
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    }
    if (event.key === 'j' || event.key === 'k') {
      const hits = [...document.querySelectorAll('[data-hit] a[href]:first-of-type')];
      if (hits.length === 0) return;
      const at = hits.indexOf(document.activeElement);
      hits[Math.min(hits.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))].focus();
    }
  });

  // Choices that narrow a list apply at once; without script a button does.
  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-auto]');
    if (form) form.requestSubmit();
  });

  // What cannot be undone asks once more.
  document.addEventListener('submit', (event) => {
    const question = event.submitter?.dataset.confirm;
    if (question && !window.confirm(question)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  // Files can be dropped where they can be chosen.
  const zone = (event) => event.target instanceof Element ? event.target.closest('[data-drop]') : null;
  document.addEventListener('dragover', (event) => { const to = zone(event); if (to) { event.preventDefault(); to.classList.add('over'); } });
  document.addEventListener('dragleave', (event) => { zone(event)?.classList.remove('over'); });
  document.addEventListener('drop', (event) => {
    const to = zone(event);
    const input = to?.querySelector('input[type=file]');
    if (!input) return;
    event.preventDefault();
    to.classList.remove('over');
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // A refusal is read first.
  const begin = () => document.getElementById('problem')?.focus();
  begin();
  window.Blazor?.addEventListener('enhancedload', begin);

  // An address that is there to be copied is selected whole.
  document.addEventListener('focusin', (event) => { if (event.target.matches('input[data-copy]')) event.target.select(); });
})();
