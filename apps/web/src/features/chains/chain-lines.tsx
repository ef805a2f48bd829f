import { useLayoutEffect, useRef, useState } from 'react';
import type { ChainStep } from './api';

/**
 * Lines between the cards of the element around it, as they lie now: from left to right, or from top to bottom where there
 * is no room. Each card has its key in data-step.
 */
export function ChainLines({ steps }: { readonly steps: readonly ChainStep[] }) {
  const canvas = useRef<SVGSVGElement>(null);
  const [lines, setLines] = useState<readonly string[]>([]);
  useLayoutEffect(() => {
    const frame = canvas.current?.parentElement;
    if (!frame) return undefined;
    const draw = () => setLines(linesBetween(steps, frame));
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [steps]);
  return (
    <svg ref={canvas} className="chain__lines" aria-hidden="true" focusable="false">
      {lines.map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}

function linesBetween(steps: readonly ChainStep[], frame: HTMLElement): string[] {
  const origin = frame.getBoundingClientRect();
  const boxes = new Map<string, DOMRect>();
  for (const card of frame.querySelectorAll<HTMLElement>('[data-step]'))
    boxes.set(card.dataset['step'] ?? '', card.getBoundingClientRect());
  let passing = 0;
  return steps.flatMap((step) =>
    step.after.flatMap((key) => {
      const [from, to] = [boxes.get(key), boxes.get(step.key)];
      if (from === undefined || to === undefined) return [];
      if (to.left >= from.right) return [across(from, to, origin)];
      if (to.top - from.bottom < NEXT_PX) return [down(from, to, origin)];
      passing += 1;
      return [around(from, to, origin, passing)];
    }),
  );
}

/** Nothing lies between two cards that are as near as this. */
const NEXT_PX = 40;

/** From left to right, with a corner halfway. */
function across(from: DOMRect, to: DOMRect, origin: DOMRect): string {
  const [x1, y1] = [from.right - origin.left, from.top + from.height / 2 - origin.top];
  const [x2, y2] = [to.left - origin.left, to.top + to.height / 2 - origin.top];
  return `M${x1} ${y1}H${(x1 + x2) / 2}V${y2}H${x2}`;
}

function down(from: DOMRect, to: DOMRect, origin: DOMRect): string {
  const x = Math.max(from.left, to.left) + 24 - origin.left;
  return `M${x} ${from.bottom - origin.top}V${to.top - origin.top}`;
}

/** Past the cards between them, in the margin: each of three neighbours in a lane of its own. */
function around(from: DOMRect, to: DOMRect, origin: DOMRect, count: number): string {
  const lane = 2 + (count % 3) * 5;
  const [y1, y2] = [from.top + from.height / 2 - origin.top, to.top + to.height / 2 - origin.top];
  return `M${from.left - origin.left} ${y1}H${lane}V${y2}H${to.left - origin.left}`;
}
