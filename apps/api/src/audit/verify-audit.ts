import { createHash } from 'node:crypto';
import { systemActor } from '../common/actor';
import type { Transactions, Tx } from '../database/transactions';
import type { AuditHead } from './audit-head';
import { CHAIN_OF_EVENT, EVENT_HASH } from './audit-text';

export const AUDIT_DEFECTS = [
  'broken_seal',
  'edited_row',
  'missing_row',
  'unsealed_row',
  'cut_tail',
  'no_head',
] as const;

/** The first thing found that is not as it was written. `eventId` where one row can be named. */
export interface AuditDefect {
  readonly kind: (typeof AUDIT_DEFECTS)[number];
  readonly institutionId: string;
  readonly sequence: number;
  readonly eventId: number | null;
}

export interface AuditVerdict {
  readonly seals: number;
  readonly events: number;
  readonly defect: AuditDefect | null;
}

interface Seal {
  sequence: number;
  lastEventId: number;
  eventIds: number[];
  eventHashes: Buffer;
  previousHash: Buffer;
  hash: Buffer;
}

const HASH_BYTES = 32;
const SEALS_AT_A_TIME = 20;

/**
 * Recomputes every seal from the rows and compares the ends with the heads that were kept elsewhere.
 * @param heads null = there is no head file, which is itself a defect as soon as anything was sealed
 */
export async function verifyAudit(
  transactions: Transactions,
  heads: ReadonlyMap<string, AuditHead> | null,
): Promise<AuditVerdict> {
  return transactions.run(systemActor('verify-audit'), async (tx) => {
    // Seals are made while this runs; up to here everything is sealed already, so no row may be outside of a seal.
    const [row] = await tx.sql<{ until: number | null }>(
      'SELECT max(last_event_id) AS until FROM audit_seals',
    );
    const until = row?.until ?? 0;
    let seals = 0;
    let events = 0;
    for (const chain of await chains(tx, heads)) {
      const outcome = await verifyChain(tx, chain, until, heads?.get(chain));
      seals += outcome.seals;
      events += outcome.events;
      if (outcome.defect !== null) return { seals, events, defect: outcome.defect };
    }
    const isUnguarded = heads === null && seals > 0;
    const defect = isUnguarded
      ? ({ kind: 'no_head', institutionId: '', sequence: 0, eventId: null } as const)
      : null;
    return { seals, events, defect };
  });
}

async function chains(tx: Tx, heads: ReadonlyMap<string, AuditHead> | null): Promise<string[]> {
  const rows = await tx.sql<{ chain: string }>(
    `SELECT institution_id AS chain FROM audit_seals UNION SELECT ${CHAIN_OF_EVENT} FROM audit_events e ORDER BY 1`,
  );
  return [...new Set([...rows.map((row) => row.chain), ...(heads?.keys() ?? [])])];
}

interface ChainEnd {
  sequence: number;
  eventId: number;
  hash: Buffer;
  events: number;
}

async function verifyChain(
  tx: Tx,
  institutionId: string,
  until: number,
  head: AuditHead | undefined,
): Promise<AuditVerdict> {
  const at: ChainEnd = { sequence: 0, eventId: Number.MIN_SAFE_INTEGER, hash: Buffer.alloc(0), events: 0 };
  const defect = (
    kind: AuditDefect['kind'],
    sequence: number,
    eventId: number | null = null,
  ): AuditVerdict => ({
    seals: at.sequence,
    events: at.events,
    defect: { kind, institutionId, sequence, eventId },
  });
  for (;;) {
    const seals = await nextSeals(tx, institutionId, at.sequence);
    for (const seal of seals) {
      if (seal.sequence !== at.sequence + 1 || !isWhole(seal, at.hash))
        return defect('broken_seal', at.sequence + 1);
      const wrong = firstDifference(seal, await rowsOf(tx, institutionId, at.eventId, seal.lastEventId));
      if (wrong !== null) return defect(wrong.kind, seal.sequence, wrong.eventId);
      if (seal.sequence === head?.sequence && seal.hash.toString('hex') !== head.hash) {
        return defect('broken_seal', seal.sequence);
      }
      at.sequence = seal.sequence;
      at.eventId = seal.lastEventId;
      at.hash = seal.hash;
      at.events += seal.eventIds.length;
    }
    if (seals.length < SEALS_AT_A_TIME) break;
  }
  if (head !== undefined && head.sequence > at.sequence) return defect('cut_tail', at.sequence + 1);
  const [stray] = await rowsOf(tx, institutionId, at.eventId, until);
  if (stray !== undefined) return defect('unsealed_row', at.sequence, stray.id);
  return { seals: at.sequence, events: at.events, defect: null };
}

function nextSeals(tx: Tx, institutionId: string, after: number): Promise<Seal[]> {
  return tx.sql<Seal>(
    `SELECT sequence, last_event_id AS "lastEventId", to_json(event_ids) AS "eventIds", event_hashes AS "eventHashes",
            previous_hash AS "previousHash", hash
     FROM audit_seals WHERE institution_id = $1 AND sequence > $2 ORDER BY sequence LIMIT ${SEALS_AT_A_TIME}`,
    [institutionId, after],
  );
}

interface HashedRow {
  id: number;
  hash: Buffer;
}

function rowsOf(tx: Tx, institutionId: string, after: number, until: number): Promise<HashedRow[]> {
  return tx.sql<HashedRow>(
    `SELECT e.id, ${EVENT_HASH} AS hash FROM audit_events e
     WHERE ${CHAIN_OF_EVENT} = $1 AND e.id > $2 AND e.id <= $3 ORDER BY e.id`,
    [institutionId, after, until],
  );
}

/** The seal's own sums are right and it hangs on the one before. */
function isWhole(seal: Seal, previousHash: Buffer): boolean {
  const sum = createHash('sha256').update(previousHash).update(seal.eventHashes).digest();
  const isLinked = seal.previousHash.equals(previousHash) && seal.hash.equals(sum);
  return (
    isLinked &&
    seal.eventHashes.length === seal.eventIds.length * HASH_BYTES &&
    seal.eventIds.at(-1) === seal.lastEventId
  );
}

function firstDifference(
  seal: Seal,
  rows: readonly HashedRow[],
): { kind: 'edited_row' | 'missing_row' | 'unsealed_row'; eventId: number } | null {
  for (let index = 0; index < Math.max(seal.eventIds.length, rows.length); index++) {
    const [sealed, row] = [seal.eventIds[index], rows[index]];
    if (sealed === undefined || (row !== undefined && row.id < sealed)) {
      return { kind: 'unsealed_row', eventId: row?.id ?? 0 };
    }
    if (row === undefined || row.id > sealed) return { kind: 'missing_row', eventId: sealed };
    const hash = seal.eventHashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    if (!row.hash.equals(hash)) return { kind: 'edited_row', eventId: sealed };
  }
  return null;
}
