type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was sent: undefined would overwrite what stays. */
export function withoutUndefined<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Given<T>;
}
