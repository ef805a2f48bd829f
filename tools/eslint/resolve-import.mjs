import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts'];

/** The file a relative import means, or undefined (a package, or no such file). */
export function resolveImport(fromFile, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const base = path.resolve(path.dirname(fromFile), specifier);
  return ENDINGS.map((ending) => base + ending).find((file) => existsSync(file) && statSync(file).isFile());
}

/** Rule listeners that call `check(node, specifier, isTypeOnly)` for every way one file can name another. */
export function onImports(check) {
  const checkSource = (node) => {
    if (!node.source || typeof node.source.value !== 'string') return;
    check(node.source, node.source.value, node.importKind === 'type' || node.exportKind === 'type');
  };
  return {
    ImportDeclaration: checkSource,
    ExportNamedDeclaration: checkSource,
    ExportAllDeclaration: checkSource,
    ImportExpression: checkSource,
  };
}
