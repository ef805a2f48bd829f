import { defineMessages } from '../../lib/define-messages';

export const evidenceMessages = defineMessages({
  ko: {
    uploading: '{name|을|를} 올리고 있습니다.',
    kept: '올린 파일: {name}',
    remove: '{name} 빼기',
  },
  en: {
    uploading: 'Uploading {name}.',
    kept: 'Uploaded: {name}',
    remove: 'Take {name} off',
  },
});
