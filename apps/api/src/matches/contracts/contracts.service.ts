import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  areaReachOf,
  contractCancelRefusal,
  contractChangeRefusal,
  type ContractSource,
  type Permission,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { NoticeMailService } from '../../notices/mail/notice-mail.service';
import { AdviserTeamsService } from '../../visits/teams/adviser-teams.service';
import { MatchesService } from '../matches.service';
import { ContractInputService } from './contract-input.service';
import { toContractDto, type ContractRow } from './contract.row';
import {
  contractById,
  insertContract,
  lockContract,
  searchContracts,
  sumContracts,
  writeParties,
  type MatchOfContract,
} from './contracts.queries';
import type { ContractDto, ContractPageDto } from './dto/contract.dto';
import type { ListContractsQuery } from './dto/list-contracts.query';
import type { ContractFieldsDto, CreateContractDto } from './dto/write-contract.dto';

/** What buyers and enterprises signed, as the advisers write it down; the buyer reads what is its own. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly input: ContractInputService,
    private readonly teams: AdviserTeamsService,
    private readonly matches: MatchesService,
    private readonly notices: NoticeMailService,
  ) {}

  list(actor: Actor, query: ListContractsQuery): Promise<ContractPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = decodeCursor(query.cursor, ['day', 'id']);
    const reach = areaReachOf(actor, 'contract:read');
    return this.transactions.run(actor, async (tx) => {
      const [rows, totals] = await Promise.all([
        searchContracts(tx, reach, query, after, limit + 1),
        sumContracts(tx, reach, query),
      ]);
      return { ...pageOf(rows.map(toContractDto), limit, (row) => [row.signedOn, row.id]), totals };
    });
  }

  get(actor: Actor, id: string): Promise<ContractDto> {
    return this.transactions.run(actor, async (tx) =>
      toContractDto(await reachableContract(tx, id, 'contract:read')),
    );
  }

  /** Refuses with the codes of contractRefusal. The match is contracted in the same transaction. */
  create(actor: Actor, body: CreateContractDto): Promise<ContractDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const place = await this.input.placeOf(tx, body);
      const { institutionId, areaId, match } = place;
      const { source, fairId } = originOf(body, match);
      const fields = {
        ...body,
        departmentId: body.departmentId === undefined ? match?.departmentId : body.departmentId,
      };
      const entered = await this.input.read(
        tx,
        { institutionId, source, hasMatch: match !== null },
        fields,
        await this.input.winnersOf(tx, place),
      );
      // It is the work of whoever led the match, also when somebody else writes it down.
      const adviserId = match?.adviserId ?? actor.userId;
      const id = await insertContract(tx, {
        ...entered.columns,
        institution_id: institutionId,
        area_id: areaId,
        team_id: await this.teams.teamOf(tx, adviserId),
        adviser_id: adviserId,
        match_id: match?.id ?? null,
        source,
        fair_id: fairId,
        created_by: actor.userId,
      });
      await writeParties(tx, { institutionId, areaId, id }, entered.parties);
      if (match !== null) await this.matches.markContracted(tx, match.id, null);
      const row = await contractById(tx, id);
      await this.offer(tx, row);
      return toContractDto(row);
    });
  }

  /** Changes what stands and is not in the books yet. */
  edit(actor: Actor, id: string, version: number, body: ContractFieldsDto): Promise<ContractDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await lockedContract(tx, id);
      assertAllowed(contractChangeRefusal(standingOf(before)));
      const { institution_id: institutionId, area_id: areaId, source, match_id: matchId } = before;
      const fields = {
        ...body,
        departmentId: body.departmentId === undefined ? before.department_id : body.departmentId,
      };
      const entered = await this.input.read(
        tx,
        { institutionId, source, hasMatch: matchId !== null },
        fields,
        before.parties,
      );
      await tx.updateVersion('contracts', { institution_id: institutionId, id }, version, entered.columns);
      await writeParties(tx, { institutionId, areaId, id }, entered.parties);
      const row = await contractById(tx, id);
      if (row.department_id !== before.department_id) await this.offer(tx, row);
      return toContractDto(row);
    });
  }

  /**
   * Refused while a living purchase names it, also when a clerk is entering it at this moment. A match without another
   * contract goes back to where this one found it.
   */
  cancel(actor: Actor, id: string, version: number, reason: string): Promise<ContractDto> {
    return this.transactions.run(actor, async (tx) => {
      const before = await lockedContract(tx, id);
      assertAllowed(contractCancelRefusal(standingOf(before), reason));
      await tx.updateVersion('contracts', { institution_id: before.institution_id, id }, version, {
        state: 'cancelled',
        cancel_reason: reason.trim(),
      });
      const { match_id: matchId } = before;
      if (matchId !== null) await this.matches.unmarkContracted(tx, matchId, reason.trim());
      return toContractDto(await contractById(tx, id));
    });
  }

  /** Tells the clerks of the department that there is something to enter. */
  private async offer(tx: Tx, row: ContractRow): Promise<void> {
    if (row.department_id === null) return;
    await this.notices.publish(tx, {
      audience: 'clerk',
      institutionId: row.institution_id,
      departmentId: row.department_id,
      kind: 'contract_offered',
      params: { item: row.item, valueKrw: row.value_krw },
      link: `/contracts/${row.id}`,
    });
  }
}

/** A match that began at a fair leads to a contract of that fair, unless something else is said. */
function originOf(
  { source, fairId }: CreateContractDto,
  match: MatchOfContract | null,
): { readonly source: ContractSource; readonly fairId: string | null } {
  const ofMatch = match?.fairId ?? null;
  const fair = fairId === undefined ? ofMatch : fairId;
  const said = source ?? (fair !== null ? 'fair' : match !== null ? 'match' : 'direct');
  if (said !== 'fair' && (fairId ?? null) !== null)
    refuse('CONTRACT_INVALID', { field: 'fairId', rule: 'unexpected' });
  if (ofMatch !== null && fair !== null && fair !== ofMatch)
    refuse('CONTRACT_INVALID', { field: 'fairId', rule: 'unexpected' });
  return { source: said, fairId: said === 'fair' ? fair : null };
}

export function standingOf(row: ContractRow) {
  return { state: row.state, purchaseId: row.purchase?.id ?? null };
}

/** The row, when the permission reaches it; NOT_FOUND otherwise. */
export async function reachableContract(tx: Tx, id: string, permission: Permission): Promise<ContractRow> {
  const row = await contractById(tx, id);
  assertAllowed(
    accessRefusal(tx.actor, permission, {
      institutionId: row.institution_id,
      areaId: row.area_id,
      departmentId: row.department_id,
    }),
  );
  return row;
}

/** The row as it stands once nobody else can change it, or enter it as a purchase, in this transaction. */
async function lockedContract(tx: Tx, id: string): Promise<ContractRow> {
  await reachableContract(tx, id, 'contract:write');
  await lockContract(tx, id);
  return (await contractById(tx, id)) ?? refuse('NOT_FOUND');
}
