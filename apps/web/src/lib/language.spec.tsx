import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { defineMessages } from './define-messages';
import { fillMessage } from './fill-message';
import { LanguageProvider, useLanguage, useMessages } from './language';

const messages = defineMessages({
  ko: { saved: '{name|을|를} 저장했습니다.', switch: 'English' },
  en: { saved: '{name} has been saved.', switch: 'Korean' },
});

function Sample() {
  const t = useMessages(messages);
  const { language, setLanguage } = useLanguage();
  return (
    <>
      <p>{t('saved', { name: 'X1' })}</p>
      <button onClick={() => setLanguage(language === 'ko' ? 'en' : 'ko')}>{t('switch')}</button>
    </>
  );
}

const show = () =>
  render(
    <LanguageProvider>
      <Sample />
    </LanguageProvider>,
  );

describe('language', () => {
  beforeEach(() => {
    cleanup();
    localStorage.clear();
  });

  it('is Korean until somebody chooses, and says so to the browser', () => {
    show();
    expect(document.documentElement.lang).toBe('ko');
    expect(screen.getByText('X1을 저장했습니다.')).toBeTruthy();
  });

  it('is switched at once and remembered', () => {
    show();
    act(() => screen.getByRole('button').click());
    expect(screen.getByText('X1 has been saved.')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    cleanup();
    show();
    expect(screen.getByText('X1 has been saved.')).toBeTruthy();
  });

  it('does not fail on a language that nobody speaks here', () => {
    localStorage.setItem('ieum.language', 'xx');
    show();
    expect(document.documentElement.lang).toBe('ko');
  });
});

describe('texts', () => {
  it.each([
    ['{a|을|를}', '현수막', '현수막을'],
    ['{a|을|를}', '배너', '배너를'],
    ['{a|으로|로}', '서울', '서울로'],
    ['{a|은|는}', 'A.xlsx', 'A.xlsx는'],
    ['{a|으로|로}', "'현수막'", "'현수막'으로"],
    ['{a|이|가}', '2016', '2016이'],
    ['{a|이|가}', '2015', '2015가'],
  ])('choose the Korean particle: %s with %s', (text, a, expected) => {
    expect(fillMessage(text, { a }, 'ko')).toBe(expected);
  });

  it('choose the English form by number and group thousands', () => {
    expect(fillMessage('{count|row|rows}', { count: 1 }, 'en')).toBe('1 row');
    expect(fillMessage('{count|row|rows}', { count: 10000 }, 'en')).toBe('10,000 rows');
  });

  it('leave a missing value visible', () => {
    expect(fillMessage('{a} {b}', { a: 1 }, 'ko')).toBe('1 {b}');
  });
});
