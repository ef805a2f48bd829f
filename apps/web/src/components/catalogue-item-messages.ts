import { defineMessages } from '../lib/define-messages';

export const catalogueItemMessages = defineMessages({
  ko: { photoFailed: '사진을 불러오지 못했습니다: {text}' },
  en: { photoFailed: 'The photo could not be loaded: {text}' },
});
