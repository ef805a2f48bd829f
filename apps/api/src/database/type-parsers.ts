import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;

/** bigint → number, refused when it would lose precision; date stays the text YYYY-MM-DD, without any time zone. */
export function installTypeParsers(): void {
  types.setTypeParser(INT8, (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error('an integer of the database exceeds 2^53');
    return value;
  });
  types.setTypeParser(DATE, (text: string) => text);
}
