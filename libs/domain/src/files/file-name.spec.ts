import { describe, expect, it } from '@jest/globals';
import { cleanFileName, MAX_FILE_NAME } from './file-name';

describe('the name of a file', () => {
  it('stays as it is when it is plain, in NFC', () => {
    expect(cleanFileName('계약서 2016.pdf', 'pdf')).toBe('계약서 2016.pdf');
    expect(cleanFileName('계약서.pdf'.normalize('NFD'), 'pdf')).toBe('계약서.pdf');
    expect(cleanFileName('사진.JPEG', 'jpg')).toBe('사진.JPEG');
  });

  it('loses its path, and the characters that deceive or are forbidden', () => {
    expect(cleanFileName('../../etc/passwd.csv', 'csv')).toBe('passwd.csv');
    expect(cleanFileName('C:\\문서\\견적.xlsx', 'xlsx')).toBe('견적.xlsx');
    expect(cleanFileName('a\u202efdp.pdf', 'pdf')).toBe('afdp.pdf');
    expect(cleanFileName('줄\r\n바꿈?.pdf', 'pdf')).toBe('줄바꿈_.pdf');
  });

  it('ends with what the file is', () => {
    expect(cleanFileName('program.exe', 'pdf')).toBe('program.exe.pdf');
    expect(cleanFileName('', 'csv')).toBe('file.csv');
    expect(cleanFileName('.pdf', 'pdf')).toBe('pdf.pdf');
    expect(cleanFileName('...', 'png')).toBe('file.png');
  });

  it('keeps its ending when it is too long, and never halves a letter', () => {
    const long = cleanFileName(`${'가'.repeat(400)}.pdf`, 'pdf');
    expect(long).toHaveLength(MAX_FILE_NAME);
    expect(long.endsWith('.pdf')).toBe(true);
    expect(cleanFileName(`${'😀'.repeat(400)}.pdf`, 'pdf').isWellFormed()).toBe(true);
  });
});
