import { useEffect, type RefObject } from 'react';

/** A part of the page that cannot hold the focus, though it is still in the document. */
const HIDDEN = 'dialog:not([open]), [hidden]';

/**
 * A button that its own success takes away ("publish", "apply") leaves the focus nowhere, and the next Tab would begin at
 * the top of the page. The nearest part of the page that is still there receives it instead; nothing scrolls.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = page.current;
    if (root === null) return;
    let last: Element | null = null;
    let around: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element && target !== root && root.contains(target) ? target : null;
      around = last === null ? [] : ancestors(last, root);
    };
    const watch = new MutationObserver(() => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      const place = around.find((one) => one.isConnected && one.closest(HIDDEN) === null);
      if (place === undefined) return;
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', remember);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      watch.disconnect();
    };
  }, [page]);
}

/** From the inside out, up to the page itself. */
function ancestors(of: Element, root: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let one = of.parentElement; one !== null; one = one === root ? null : one.parentElement)
    found.push(one);
  return found;
}
