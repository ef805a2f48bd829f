import { accessRefusal, scopeOf, type FairStand, type FairState, type Place } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { refuse } from '../common/refused';
import type { Tx } from '../database/transactions';

/** What every room of a fair asks of it. Days are Korean days. */
export interface FairRow {
  readonly id: string;
  readonly host_institution_id: string;
  readonly area_id: string;
  readonly name: string;
  readonly state: FairState;
  readonly first_day: string;
  readonly last_day: string;
  readonly applications_close_on: string | null;
  readonly hold_days: number;
  readonly offer_minutes: number;
  readonly no_show_minutes: number;
  readonly version: number;
}

const SELECT_FAIR = `SELECT id, host_institution_id, area_id, name, state, first_day::text, last_day::text,
    applications_close_on::text, hold_days, offer_minutes, no_show_minutes, version FROM fairs WHERE id = $1`;

/** The fair, when it is announced or the actor's own to run; NOT_FOUND otherwise. */
export async function findFair(tx: Tx, fairId: string): Promise<FairRow> {
  const [row] = await tx.prepared<FairRow>(SELECT_FAIR, [fairId]);
  // Row security shows it to everybody of the host; what is only planned is for those who plan it.
  if (row === undefined || (row.state === 'planned' && organiserRefusal(tx.actor, row) !== null))
    return refuse('NOT_FOUND');
  return row;
}

/**
 * Opens the fair's whole room to this transaction: from here on it sees and writes the rows of everybody at this fair,
 * because whoever cancels a booking frees a place for somebody else. The caller decides access by `standsOf` and shows
 * nobody more than is theirs. Nobody changes the fair's state or slots until the transaction ends.
 */
export async function enterFair(tx: Tx, fairId: string): Promise<FairRow> {
  await findFair(tx, fairId);
  await tx.prepared(`SELECT set_config('ieum.fair_id', $1, true)`, [fairId]);
  const [row] = await tx.prepared<FairRow>(`${SELECT_FAIR} FOR SHARE`, [fairId]);
  return row ?? refuse('NOT_FOUND');
}

/** The same, and nobody else is in the room: for whoever changes the fair itself. */
export async function lockFair(tx: Tx, fairId: string): Promise<FairRow> {
  await findFair(tx, fairId);
  await tx.prepared(`SELECT set_config('ieum.fair_id', $1, true)`, [fairId]);
  const [row] = await tx.prepared<FairRow>(`${SELECT_FAIR} FOR NO KEY UPDATE`, [fairId]);
  return row ?? refuse('NOT_FOUND');
}

/** The same room, only to look: no lock. */
export async function viewFair(tx: Tx, fairId: string): Promise<FairRow> {
  const fair = await findFair(tx, fairId);
  await tx.prepared(`SELECT set_config('ieum.fair_id', $1, true)`, [fairId]);
  return fair;
}

type Host = Pick<FairRow, 'host_institution_id' | 'area_id'>;

const hostPlace = ({ host_institution_id: institutionId, area_id: areaId }: Host): Place => ({
  institutionId,
  areaId,
});

/** FORBIDDEN or NOT_FOUND for who does not run the fair, null for who does. */
export function organiserRefusal(actor: Actor, fair: Host) {
  return accessRefusal(actor, 'fair:manage', hostPlace(fair));
}

export interface FairParties {
  readonly desk?: {
    readonly institutionId: string;
    readonly areaId?: string;
    readonly departmentId: string | null;
  };
  readonly exhibitor?: { readonly supplierId: string };
}

/** As what the actor may act on these parties: the organiser of the fair, one of the sides, or nothing (empty). */
export function standsOf(actor: Actor, fair: Host, { desk, exhibitor }: FairParties): FairStand[] {
  const stands: FairStand[] = [];
  if (organiserRefusal(actor, fair) === null) stands.push('organiser');
  if (desk !== undefined && accessRefusal(actor, 'fair-desk:run', desk) === null) stands.push('desk');
  const enterprise = exhibitor && { institutionId: null, enterpriseId: exhibitor.supplierId };
  if (enterprise !== undefined && accessRefusal(actor, 'fair:exhibit', enterprise) === null)
    stands.push('exhibitor');
  return stands;
}

/** The same for who must act: FORBIDDEN when the role never does, NOT_FOUND when the parties are somebody else's. */
export function assertStands(actor: Actor, fair: Host, parties: FairParties): FairStand[] {
  const stands = standsOf(actor, fair, parties);
  if (stands.length > 0) return stands;
  const mayRun = scopeOf(actor, 'fair:manage') !== undefined;
  const mayDesk = parties.desk !== undefined && scopeOf(actor, 'fair-desk:run') !== undefined;
  const mayExhibit = parties.exhibitor !== undefined && scopeOf(actor, 'fair:exhibit') !== undefined;
  return refuse(mayRun || mayDesk || mayExhibit ? 'NOT_FOUND' : 'FORBIDDEN');
}
