import { defineMessages } from '../../lib/define-messages';

export const sessionMessages = defineMessages({
  ko: {
    ending: '로그인 시간이 곧 끝납니다.',
    secondsLeft: '{seconds}초 남았습니다. 계속하시려면 연장해 주십시오. 입력하신 내용은 그대로 남습니다.',
    ended: '시간이 지났습니다. 연장해 보시거나 다시 로그인해 주십시오.',
    continue: '로그인 연장',
    logout: '로그아웃',
    forbiddenTitle: '볼 수 없는 화면입니다',
    forbidden: '이 화면을 볼 권한이 없습니다. 권한이 필요하시면 기관 담당자에게 문의해 주십시오.',
    toHome: '처음 화면으로',
    checking: '로그인 상태를 확인하고 있습니다.',
  },
  en: {
    ending: 'Your session is about to end.',
    secondsLeft: '{seconds|second|seconds} left. Extend it to go on; what you entered is kept.',
    ended: 'The time is over. Try to extend, or sign in again.',
    continue: 'Extend session',
    logout: 'Sign out',
    forbiddenTitle: 'You cannot see this page',
    forbidden:
      'You do not have permission for this page. Ask the manager of your institution if you need it.',
    toHome: 'Go to the start page',
    checking: 'Checking your session.',
  },
});
