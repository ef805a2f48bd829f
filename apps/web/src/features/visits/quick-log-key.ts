const KEY = 'ieum.quick-log-key';

/** A key without Ctrl can be switched off: whoever speaks to the computer would open the form by chance (WCAG 2.1.4). */
export function isShortcutOn(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function setShortcut(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'off');
}
