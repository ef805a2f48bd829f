import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** Rows of a table are alike: the first dozen of each stands for the rest, which would take most of the time. */
const FURTHER_ROWS = 'tbody tr:nth-child(n + 13)';

/**
 * What axe finds on the page as it stands, one line each; empty = nothing.
 *
 * A document gets axe once and keeps it for all its widths. AxeBuilder brings it anew for each question, and opens a
 * second tab for the answer, which takes four times as long as the question and serves only pages with frames.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) return ['has a frame, into which axe does not look'];
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};undefined`);
  const { violations } = await page.evaluate(runAxe, { exclude: FURTHER_ROWS, options: OPTIONS });
  return violations.flatMap((violation) =>
    violation.nodes
      .filter(({ html }) => violation.id !== 'target-size' || !isGridCell(html))
      .map(
        (node) => `${violation.id}: ${node.target.join(' ')} – ${node.failureSummary?.replaceAll('\n', ' ')}`,
      ),
  );
}

/** In the browser, where axe is a global. Nothing but the violations travels back. */
async function runAxe(asked: {
  exclude: string;
  options: RunOptions;
}): Promise<Pick<AxeResults, 'violations'>> {
  const { axe } = window as Window & { axe?: typeof import('axe-core') };
  if (axe === undefined) throw new Error('axe is not on the page');
  // A colour on its way to another is none that stays: an answer has just let a button be pressed again.
  const moving = () =>
    document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  while (moving().length > 0) await Promise.allSettled(moving().map((one) => one.finished));
  const { violations } = await axe.run({ exclude: [asked.exclude] }, asked.options);
  return { violations };
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
