import { describe, expect, it } from '@jest/globals';
import { CERTIFICATE_NAMES, CERTIFICATION_TYPES } from '@ieum/domain';
import { purchaseWords } from './purchase-messages';

describe('a certificate', () => {
  it.each(CERTIFICATION_TYPES)('%s is called on the screen as it is in sheets and mails', (type) => {
    const { ko, en } = CERTIFICATE_NAMES[type];
    expect([purchaseWords.ko[`certificate_${type}`], purchaseWords.en[`certificate_${type}`]]).toEqual([
      ko,
      en,
    ]);
  });
});
