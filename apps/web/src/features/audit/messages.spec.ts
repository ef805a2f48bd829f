import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NAMED_TABLES } from './messages';

const MIGRATIONS = path.join(import.meta.dirname, '../../../../api/src/database/migrations');

describe('the audit log', () => {
  it('calls every audited table by a name for people', () => {
    const audited = readdirSync(MIGRATIONS)
      .map((file) => readFileSync(path.join(MIGRATIONS, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/audited\('(\w+)'/g)].map(([, table]) => table));
    expect(audited).toContain('catalogue_items');
    expect(audited.filter((table) => !NAMED_TABLES.some((named) => named === table))).toEqual([]);
  });
});
