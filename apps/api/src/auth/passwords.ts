import { hash, verify } from '@node-rs/argon2';

/** argon2id with the OWASP minimum (19 MiB, two passes); bcrypt would cut Hangul passwords at 24 syllables. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Verifies; with no stored hash it does the same work against a decoy, so that timing tells nothing about accounts. */
export async function passwordFits(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('an account that does not exist');
  const fits = await verify(storedHash ?? (await decoy), password);
  return storedHash !== undefined && fits;
}
