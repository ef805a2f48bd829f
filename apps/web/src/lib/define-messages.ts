export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Names of the values that a text takes. `{name}` prints the value. `{name|을|를}` prints it with the
 * particle that fits its last syllable; in English `{count|row|rows}` prints the number with the form that fits.
 */
type ParamNames<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | ParamNames<Rest>
  : never;

export type MessageParams<Text extends string> = Readonly<Record<ParamNames<Text>, string | number>>;

export interface Catalogue<Korean extends Readonly<Record<string, string>>> {
  readonly ko: Korean;
  readonly en: { readonly [Key in keyof Korean]: string };
}

export type AnyCatalogue = Catalogue<Readonly<Record<string, string>>>;

/** A catalogue in both languages. English must have exactly the keys of the Korean one, or it does not compile. */
export function defineMessages<const Korean extends Readonly<Record<string, string>>>(catalogue: {
  readonly ko: Korean;
  readonly en: { readonly [Key in keyof NoInfer<Korean>]: string };
}): Catalogue<Korean> {
  return catalogue;
}
