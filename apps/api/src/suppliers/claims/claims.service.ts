import { Injectable } from '@nestjs/common';
import {
  claimRefusal,
  MAX_CLAIM_LOOKUPS_A_DAY,
  parseBusinessNumber,
  verificationRefusal,
  type VerificationState,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { assertAllowed, orRefuse, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService } from '../../files/files.service';
import { VerificationRequests } from '../verifications/verification-requests';
import {
  claimHistory,
  countLookup,
  ownClaims,
  standingSupplier,
  type ClaimedSupplier,
} from './claims.queries';
import type { ClaimableSupplierDto, ClaimDto, ClaimListDto, CreateClaimDto } from './dto/claim.dto';

type Asked = { readonly id: string } | { readonly businessNumber: string };

/** An invited account says which enterprise of the register is its own; the verification queue decides. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: FilesService,
    private readonly requests: VerificationRequests,
  ) {}

  /** Refuses with BUSINESS_NUMBER_INVALID, CLAIM_NOT_POSSIBLE, TOO_MANY_REQUESTS or NOT_FOUND. */
  async find(actor: Actor, number: string): Promise<ClaimableSupplierDto> {
    if (actor.enterpriseId !== null) refuse('CLAIM_NOT_POSSIBLE');
    const found = await this.lookUp(actor, { businessNumber: orRefuse(parseBusinessNumber(number)) });
    return { supplierId: found.id, name: found.name, districtCode: found.districtCode };
  }

  list(actor: Actor): Promise<ClaimListDto> {
    return this.transactions.run(actor, async (tx) => ({ items: await ownClaims(tx) }));
  }

  async create(actor: Actor, input: CreateClaimDto): Promise<ClaimDto> {
    if (actor.enterpriseId !== null) refuse('CLAIM_NOT_POSSIBLE');
    const supplier = await this.lookUp(actor, askedOf(input));
    return this.transactions.runOnce(actor, async (tx) => {
      const history = await claimHistory(tx, this.clock.now());
      assertAllowed(
        claimRefusal({ isBound: false, hasOpenClaim: history.open > 0, recentClaims: history.recent }),
      );
      const evidenceFileId = input.evidenceFileId ?? null;
      const evidence = evidenceFileId === null ? null : await this.files.describe(tx, evidenceFileId);
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO supplier_verifications (supplier_id, subject, evidence_file_id, evidence_name, note, requested_by, requested_at)
         VALUES ($1, 'claim', $2, $3, $4, $5, $6) RETURNING id`,
        [
          supplier.id,
          evidenceFileId,
          evidence?.name ?? null,
          input.note.trim(),
          actor.userId,
          this.clock.now(),
        ],
      );
      await this.requests.announce(tx, supplier, 'claim');
      return findClaim(tx, row?.id ?? refuse('NOT_FOUND'));
    });
  }

  withdraw(actor: Actor, id: string): Promise<ClaimDto> {
    return this.transactions.run(actor, async (tx) => {
      const [row] = await tx.sql<{ state: VerificationState; version: number }>(
        `SELECT state, version FROM supplier_verifications
         WHERE id = $1 AND subject = 'claim' AND requested_by = $2 FOR NO KEY UPDATE`,
        [id, actor.userId],
      );
      if (row === undefined) refuse('NOT_FOUND');
      assertAllowed(verificationRefusal(row.state, 'withdrawn', null));
      await tx.updateVersion('supplier_verifications', { id }, row.version, { state: 'withdrawn' });
      return findClaim(tx, id);
    });
  }

  /** Counts in a transaction of its own: a look-up that finds nothing has been one all the same. */
  private async lookUp(actor: Actor, asked: Asked): Promise<ClaimedSupplier> {
    const counted = { ...actor, idempotency: null };
    const day = this.clock.today();
    const allowed = await this.transactions.run(counted, (tx) =>
      countLookup(tx, day, MAX_CLAIM_LOOKUPS_A_DAY),
    );
    if (!allowed) refuse('TOO_MANY_REQUESTS');
    const found = await this.transactions.run(counted, (tx) => standingSupplier(tx, asked));
    return found ?? refuse('NOT_FOUND');
  }
}

function askedOf({ supplierId, businessNumber }: CreateClaimDto): Asked {
  if (typeof supplierId === 'string') return { id: supplierId };
  return { businessNumber: orRefuse(parseBusinessNumber(businessNumber ?? '')) };
}

async function findClaim(tx: Tx, id: string): Promise<ClaimDto> {
  return (await ownClaims(tx, id))[0] ?? refuse('NOT_FOUND');
}
