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
  return steps.flatMap((step) =>
    step.after.flatMap((key) => {
      const [from, to] = [boxes.get(key), boxes.get(step.key)];
      return from === undefined || to === undefined ? [] : [line(from, to, origin)];
    }),
  );
}

/** Two corners at most, halfway between the cards. */
function line(from: DOMRect, to: DOMRect, origin: DOMRect): string {
  if (to.left >= from.right) {
    const [x1, y1] = [from.right - origin.left, from.top + from.height / 2 - origin.top];
    const [x2, y2] = [to.left - origin.left, to.top + to.height / 2 - origin.top];
    const half = (x1 + x2) / 2;
    return `M${x1} ${y1}H${half}V${y2}H${x2}`;
  }
  const [x1, y1] = [from.left + 24 - origin.left, from.bottom - origin.top];
  const [x2, y2] = [to.left + 24 - origin.left, to.top - origin.top];
  return x1 === x2 ? `M${x1} ${y1}V${y2}` : `M${x1} ${y1}V${(y1 + y2) / 2}H${x2}V${y2}`;
}
