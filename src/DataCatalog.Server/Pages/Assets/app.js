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
      const hits = [...document.querySelectorAll('[data-hit]')].map((hit) => hit.querySelector('a[href]')).filter(Boolean);
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

  // What a part of a form means is told anew when writing pauses; only the telling is replaced, never what is being written. Without script the button does.
  let pause;
  const tell = async (button) => {
    const answer = await fetch(button.form.action, { method: 'POST', body: new FormData(button.form, button), headers: { Accept: 'text/html' } });
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(button.dataset.live);
    if (told) document.getElementById(button.dataset.live)?.replaceChildren(...told.childNodes);
  };
  document.addEventListener('input', (event) => {
    const button = event.target.closest('section')?.querySelector('button[data-live]');
    if (!button) return;
    clearTimeout(pause);
    pause = setTimeout(() => { if (button.isConnected) tell(button); }, 600);
  });

  // Files are sent with a bar that tells how far they are.
  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-upload]');
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    const shown = form.querySelector('[data-upload-progress]');
    const bar = shown.querySelector('progress');
    const request = new XMLHttpRequest();
    const button = form.querySelector('button');
    const rest = () => { shown.hidden = true; button.disabled = false; };
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.upload.onprogress = (sent) => { if (sent.lengthComputable) { bar.max = sent.total; bar.value = sent.loaded; } };
    request.onload = () => {
      if (request.status < 400) { window.location.assign(request.responseURL); return; }
      const told = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main');
      if (told) { document.querySelector('main').replaceChildren(...told.childNodes); begin(); } else rest();
    };
    request.onerror = rest;
    button.disabled = true;
    shown.hidden = false;
    request.send(new FormData(form));
  });

  // What is not over yet is looked at again.
  const again = () => {
    const waiting = document.querySelector('[data-again]');
    if (!waiting || waiting.dataset.waits) return;
    waiting.dataset.waits = 'yes';
    setTimeout(async () => {
      if (!waiting.isConnected) return;
      try {
        const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(waiting.id);
        if (fresh && waiting.isConnected) waiting.replaceWith(fresh);
      } catch { delete waiting.dataset.waits; }
      again();
    }, Number(waiting.dataset.again));
  };
  again();
  window.Blazor?.addEventListener('enhancedload', again);
  // An address that is there to be copied is selected whole.
  document.addEventListener('focusin', (event) => { if (event.target.matches('input[data-copy]')) event.target.select(); });
})();
