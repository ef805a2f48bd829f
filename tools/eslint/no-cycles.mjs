import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { onImports, resolveImport } from './resolve-import.mjs';

/**
 * `import … from 'x'`, `export … from 'x'`, `import 'x'`. Left out: what names only types, and `import('x')`, which runs
 * later (a page that is loaded when opened may look into the list of pages).
 */
const IMPORTS = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\bfrom\s*)?['"](\.[^'"]+)['"]/gm;

const known = new Map();

/** Files that a file imports for their values; read again only when it changed. */
function importsOf(file) {
  const { mtimeMs } = statSync(file);
  const cached = known.get(file);
  if (cached?.mtimeMs === mtimeMs) return cached.targets;
  const specifiers = [...readFileSync(file, 'utf8').matchAll(IMPORTS)].map((match) => match[1]);
  const targets = specifiers.map((specifier) => resolveImport(file, specifier)).filter(Boolean);
  known.set(file, { mtimeMs, targets });
  return targets;
}

/** The way from `start` to `goal` through imports, or undefined. */
function wayTo(start, goal) {
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (const file of queue) {
    if (file === goal) {
      const way = [];
      for (let at = file; at; at = cameFrom.get(at)) way.unshift(path.basename(at));
      return way;
    }
    for (const next of importsOf(file)) {
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
    }
  }
  return undefined;
}

/** No file reaches itself through its imports; imports of types only, and `import()`, are not counted. */
export default {
  meta: { type: 'problem', messages: { cycle: 'This import closes a cycle: {{way}}.' }, schema: [] },
  create(context) {
    return onImports((node, specifier, isTypeOnly) => {
      const isLater = node.parent.type === 'ImportExpression';
      const target = isTypeOnly || isLater ? undefined : resolveImport(context.filename, specifier);
      const way = target && wayTo(target, context.filename);
      if (way) context.report({ node, messageId: 'cycle', data: { way: way.join(' → ') } });
    });
  },
};
