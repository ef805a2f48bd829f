import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A built program that runs in a thread: beside this one, above it, or in the build output when this runs from source. */
export function builtProgram(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const candidate of [join(folder, name), join(folder, 'dist/apps/api', name)]) {
      if (existsSync(candidate)) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${name} was not found: build the API first`);
    folder = parent;
  }
}
