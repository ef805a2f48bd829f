import { defineMessages } from '../../lib/define-messages';

export const accountMessages = defineMessages({
  ko: {
    title: '비밀번호 바꾸기',
    mustChange: '처음 받은 비밀번호를 바꾸신 뒤에 이용하실 수 있습니다.',
    current: '지금 비밀번호',
    next: '새 비밀번호',
    nextHint: '짧은 문장처럼 길게 정해 주십시오. 붙여 넣으셔도 됩니다.',
    again: '새 비밀번호 확인',
    required: '입력해 주십시오.',
    different: '새 비밀번호와 다릅니다.',
    submit: '바꾸기',
    done: '비밀번호를 바꾸었습니다.',
  },
  en: {
    title: 'Change password',
    mustChange: 'Please change the password you were given before you go on.',
    current: 'Present password',
    next: 'New password',
    nextHint: 'Choose a long one, like a short sentence. You may paste it.',
    again: 'New password again',
    required: 'Please fill this in.',
    different: 'This differs from the new password.',
    submit: 'Change',
    done: 'Your password has been changed.',
  },
});
