import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Rows of a table are alike: the first dozen of each stands for the rest, which would take most of the time. */
const FURTHER_ROWS = 'tbody tr:nth-child(n + 13)';

/** What axe finds on the page as it stands, one line each; empty = nothing. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(TAGS)
    .exclude(FURTHER_ROWS)
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes
      .filter(({ html }) => violation.id !== 'target-size' || !isGridCell(html))
      .map(
        (node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`,
      ),
  );
}

/** A cell of a grid is a stop for the arrow keys and takes no press; the links and buttons in it do, and are measured. */
const isGridCell = (html: string) => /^<td role="gridcell"/.test(html);

/**
 * What makes the page wider than the window, empty when nothing does; wide tables scroll inside a frame of their own.
 */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    // What is placed absolutely is clipped by the boxes around the one that it is placed in, not by those between.
    const outer = (element: Element) =>
      element instanceof HTMLElement && getComputedStyle(element).position === 'absolute'
        ? element.offsetParent
        : element.parentElement;
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isClipped(outer(element)));
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !isClipped(outer(element)),
    );
    const named = wide.slice(-2).map((element) => `<${element.localName} class="${element.className}">`);
    return [`${scrollWidth} px wide in a window of ${clientWidth} px: ${named.join(' ')}`];
  });
}
