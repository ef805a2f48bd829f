import { defineMessages } from './define-messages';

/** What every import of a sheet says. */
export const importWords = defineMessages({
  ko: {
    file: '엑셀 또는 CSV 파일',
    fileMissing: '파일을 골라 주십시오.',
    uploading: '파일을 올리고 있습니다.',
    failed: '처리하지 못했습니다',
    state_checking: '살펴보는 중',
    state_checked: '확인 대기',
    state_applying: '반영하는 중',
    state_applied: '반영함',
    state_undoing: '되돌리는 중',
    state_undone: '되돌림',
    state_failed: '읽지 못함',
  },
  en: {
    file: 'Excel or CSV file',
    fileMissing: 'Please choose a file.',
    uploading: 'Uploading the file.',
    failed: 'This could not be done',
    state_checking: 'Being checked',
    state_checked: 'Waiting for you',
    state_applying: 'Being applied',
    state_applied: 'Applied',
    state_undoing: 'Being undone',
    state_undone: 'Undone',
    state_failed: 'Not readable',
  },
});
