import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REFUSAL_CODES } from '@ieum/domain';
import { catalogueFaults, containsHangul } from './catalogue-faults';
import type { AnyCatalogue } from './define-messages';
import { moneyMessages } from './money-format';
import { generalProblemMessages } from './problem-sentences';
import { REFUSAL_MESSAGES } from './refusal-messages';

const SOURCES = join(import.meta.dirname, '..');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((name) => join(SOURCES, name));

function isCatalogue(value: unknown): value is AnyCatalogue {
  return typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;
}

async function cataloguesOf(file: string): Promise<AnyCatalogue[]> {
  const loaded: Record<string, unknown> = await import(file);
  return Object.values(loaded).filter(isCatalogue);
}

describe('catalogues', () => {
  const messageFiles = files.filter(
    (file) => /[\\/]([\w-]+-)?messages\.ts$/.test(file) && !/(define|refusal)-messages/.test(file),
  );

  it('are found where they are expected', () => {
    expect(messageFiles.length).toBeGreaterThanOrEqual(5);
  });

  it.each(messageFiles)('%s says everything in both languages, with the same values', async (file) => {
    const catalogues = await cataloguesOf(file);
    expect(catalogues.length).toBeGreaterThan(0);
    expect(catalogues.flatMap(catalogueFaults)).toEqual([]);
  });

  it('of amounts and failures are complete too', () => {
    expect([moneyMessages, generalProblemMessages].flatMap(catalogueFaults)).toEqual([]);
  });

  it('have one sentence for every refusal', () => {
    expect(Object.keys(REFUSAL_MESSAGES).sort()).toEqual([...REFUSAL_CODES].sort());
    for (const sentence of Object.values(REFUSAL_MESSAGES)) {
      expect(containsHangul(sentence.ko)).toBe(true);
      expect(containsHangul(sentence.en)).toBe(false);
    }
  });

  it('are caught when a key, a text or a value is missing', () => {
    expect(catalogueFaults({ ko: { a: '가' }, en: {} })).toHaveLength(1);
    expect(catalogueFaults({ ko: { a: '가' }, en: { a: ' ' } })).toHaveLength(1);
    expect(catalogueFaults({ ko: { a: '{name|을|를} 보냄' }, en: { a: 'sent' } })).toHaveLength(1);
    expect(catalogueFaults({ ko: { a: '{name|을|를} 보냄' }, en: { a: '{name} sent' } })).toEqual([]);
  });
});

describe('screens', () => {
  const screens = files.filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx'));

  it.each(screens)('%s contains no Korean text', (file) => {
    expect(containsHangul(readFileSync(file, 'utf8'))).toBe(false);
  });
});
