import { describe, expect, it } from '@jest/globals';
import { isNoticeKind, NOTICE_KINDS } from './vocabulary';

describe('the kinds of notices', () => {
  it('are known by name, each once', () => {
    expect(NOTICE_KINDS).toContain('targets_notified');
    expect(new Set(NOTICE_KINDS).size).toBe(NOTICE_KINDS.length);
    expect(NOTICE_KINDS[0]).toBe('survey_opened');
    expect(NOTICE_KINDS).toHaveLength(24);
  });

  it('are nothing that an object merely inherits', () => {
    expect(['toString', '__proto__', 'constructor', 'survey'].some(isNoticeKind)).toBe(false);
  });
});
