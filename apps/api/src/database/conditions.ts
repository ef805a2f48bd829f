/** The conditions of a list's WHERE, whose values are numbered as they are added. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[];

  /** @param always conditions without a value, which hold for every reader */
  constructor(...always: readonly string[]) {
    this.parts = [...always];
  }

  /** @param condition SQL with ? where the value goes; skipped when the value is undefined: the filter was not asked for */
  add(condition: string, value: unknown): this {
    if (value === undefined) return this;
    this.parts.push(condition.replaceAll('?', this.place(value)));
    return this;
  }

  /** A condition whose values are placed already. */
  always(condition: string): this {
    this.parts.push(condition);
    return this;
  }

  /** Numbers a value that stands outside the WHERE (a limit, a cursor). @returns its place, such as $3 */
  place(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' AND ');
  }
}

/** The pattern that finds a text anywhere: % and _ in it are letters. */
export function likeAnywhere(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
