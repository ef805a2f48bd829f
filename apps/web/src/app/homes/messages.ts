import { defineMessages } from '../../lib/define-messages';

export const homeMessages = defineMessages({
  ko: {
    title: '처음 화면',
    welcome: '{name} 님, 안녕하십니까?',
    shortcuts: '바로가기',
    shortcutsText: '맡으신 업무를 골라 시작해 주십시오.',
  },
  en: {
    title: 'Start page',
    welcome: 'Hello, {name}',
    shortcuts: 'Shortcuts',
    shortcutsText: 'Choose a task to begin.',
  },
});
