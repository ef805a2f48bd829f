import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  comparisonKey,
  INSTITUTION_KINDS,
  institutionPlaceRefusal,
  sameInstitutionRefusal,
  scopeOf,
  tidyLine,
  type InstitutionKind,
} from '@ieum/domain';
import { isSystem, type Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { assertAllowed, refuse } from '../common/refused';
import { Transactions, type Tx } from '../database/transactions';
import { Institution } from './institution.entity';
import {
  toInstitutionDto,
  type ChangeInstitutionDto,
  type InstitutionDto,
  type RegisterInstitutionDto,
} from './dto/institution.dto';

interface Entry {
  readonly name: string;
  readonly kind: InstitutionKind;
  readonly districtId: string | null;
}

/** Who buys, entered by the advisers in whose area it lies: schools and agencies that no administrator has typed in. */
@Injectable()
export class InstitutionRegisterService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  enter(actor: Actor, input: RegisterInstitutionDto): Promise<InstitutionDto> {
    const entry = {
      name: tidyLine(input.name),
      kind: kindOf(input.kind),
      districtId: input.districtId ?? null,
    };
    return this.transactions.runOnce(actor, async (tx) => {
      await assertMayStand(tx, entry, { ownId: null, confirmed: input.confirmSameName ?? false });
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO institutions (name, kind, district_id, registered_by, registered_on)
         VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [
          entry.name,
          entry.kind,
          entry.districtId,
          isSystem(actor.userId) ? null : actor.userId,
          this.clock.today(),
        ],
      );
      return answer(tx, row?.id ?? '');
    });
  }

  /** A district and what buys for the whole city are changed by who reaches all of them. */
  change(actor: Actor, id: string, version: number, input: ChangeInstitutionDto): Promise<InstitutionDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = (await tx.entities.findOneBy(Institution, { id })) ?? refuse('NOT_FOUND');
      const areaId = before.districtId ?? before.id;
      assertAllowed(accessRefusal(actor, 'institution:register', { institutionId: null, areaId }));
      if (before.districtId === null && scopeOf(actor, 'institution:register') !== 'all') refuse('FORBIDDEN');
      const entry = {
        name: input.name === undefined ? before.name : tidyLine(input.name),
        kind: kindOf(input.kind ?? before.kind),
        districtId: input.districtId === undefined ? before.districtId : input.districtId,
      };
      const isRenamed = entry.name !== before.name || entry.districtId !== before.districtId;
      await assertMayStand(tx, entry, {
        ownId: id,
        confirmed: !isRenamed || (input.confirmSameName ?? false),
      });
      await tx.updateVersion('institutions', { id }, version, {
        name: entry.name,
        kind: entry.kind,
        district_id: entry.districtId,
      });
      return answer(tx, id);
    });
  }
}

/** Within reach, in a district that is one, and no namesake that nobody has looked at. */
async function assertMayStand(
  tx: Tx,
  { name, kind, districtId }: Entry,
  { ownId, confirmed }: { readonly ownId: string | null; readonly confirmed: boolean },
): Promise<void> {
  const place = { institutionId: null, ...(districtId === null ? {} : { areaId: districtId }) };
  assertAllowed(accessRefusal(tx.actor, 'institution:register', place));
  const district = districtId === null ? null : await tx.entities.findOneBy(Institution, { id: districtId });
  if (districtId !== null && district === null) refuse('NOT_FOUND');
  assertAllowed(institutionPlaceRefusal(kind, district === null ? null : kindOf(district.kind)));
  // Of two who enter one at the same moment, the second looks once the first has written.
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('institution-names|' || $1, 0))`, [
    districtId ?? '',
  ]);
  const others = await tx.sql<{ id: string; name: string }>(
    `SELECT id, name FROM institutions WHERE district_id IS NOT DISTINCT FROM $1 AND id IS DISTINCT FROM $2 ORDER BY id`,
    [districtId, ownId],
  );
  const key = comparisonKey(name);
  assertAllowed(
    sameInstitutionRefusal(
      others.filter((other) => comparisonKey(other.name) === key),
      confirmed,
    ),
  );
}

async function answer(tx: Tx, id: string): Promise<InstitutionDto> {
  return toInstitutionDto((await tx.entities.findOneBy(Institution, { id })) ?? refuse('NOT_FOUND'));
}

function kindOf(kind: string): InstitutionKind {
  return INSTITUTION_KINDS.find((one) => one === kind) ?? refuse('INVALID_INPUT');
}
