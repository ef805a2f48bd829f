import type { AnyCatalogue } from './define-messages';

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/u;

/** What is wrong with a catalogue that the compiler cannot see, one sentence per fault. */
export function catalogueFaults(catalogue: AnyCatalogue): string[] {
  const keys = new Set([...Object.keys(catalogue.ko), ...Object.keys(catalogue.en)]);
  return [...keys].flatMap((key) => {
    const [korean, english] = [catalogue.ko[key], catalogue.en[key]];
    if (korean === undefined || english === undefined) return [`${key} is missing in one language`];
    const faults: string[] = [];
    if (korean.trim() === '' || english.trim() === '') faults.push(`${key} is empty`);
    if (placeholders(korean) !== placeholders(english))
      faults.push(`${key} takes other values in each language`);
    return faults;
  });
}

export function containsHangul(text: string): boolean {
  return HANGUL.test(text);
}

function placeholders(text: string): string {
  const names = [...text.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(',');
}
