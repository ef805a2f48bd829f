/**
 * A day or an amount that nobody can read would be sent as none: what was typed must not vanish unsaid.
 * @returns the first field of the form that cannot be read, brought to the keyboard with its message; null without one
 */
export function goToUnreadableField(form: HTMLFormElement): HTMLElement | null {
  const field = form.querySelector<HTMLElement>('[data-unreadable]');
  // The field says what is wrong when it is left; Enter alone does not leave it.
  field?.blur();
  field?.focus();
  return field;
}
