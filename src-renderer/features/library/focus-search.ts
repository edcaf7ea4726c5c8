/** Puts the focus into the search field, if the home page is there. */
export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}
