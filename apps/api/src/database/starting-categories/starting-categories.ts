import { STARTING_GOODS } from './goods';
import { STARTING_SERVICES } from './services';

const OFFICIAL = new Set(['8010150701', '4111249801']);

export interface StartingCategory {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly isOfficial: boolean;
}

/**
 * A starting tree of the item classification, so that items can be classed before the official list is loaded
 * (npm run load-item-categories). The digits follow UNSPSC, on which the official classification is built; the names
 * are ours, and the loader replaces them. The two detail product codes are official. Parents come first.
 */
export function startingCategories(): StartingCategory[] {
  return `${STARTING_GOODS}${STARTING_SERVICES}`
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', nameEn = ''] = line.split('|');
      return { code, name: name.normalize('NFC'), nameEn, isOfficial: OFFICIAL.has(code) };
    })
    .sort((a, b) => a.code.length - b.code.length);
}
