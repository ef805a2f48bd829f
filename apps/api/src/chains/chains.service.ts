import { Injectable } from '@nestjs/common';
import { accessRefusal, visibleSteps } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { InvalidInput } from '../common/invalid-input';
import { refuse } from '../common/refused';
import { Transactions } from '../database/transactions';
import { chainIds, type ChainAnchor } from './chain-ids.queries';
import { chainSteps, type ChainStepRow } from './chain-steps.queries';
import type { ChainDto, ChainQuery } from './dto/chain.dto';

type ChainStep = ChainDto['steps'][number];

/** From what started a purchase to the purchase, and back. Reads the tables of every feature and changes none. */
@Injectable()
export class ChainsService {
  constructor(private readonly transactions: Transactions) {}

  /** NOT_FOUND when the anchor itself lies outside the reach; other steps that do are left out. */
  get(actor: Actor, query: ChainQuery): Promise<ChainDto> {
    const anchor = anchorOf(query);
    return this.transactions.run(actor, async (tx) => {
      const rows = await chainSteps(tx, await chainIds(tx, anchor), anchor);
      const ownIsIn = rows.some((step) => isWithinReach(actor, step));
      const steps = visibleSteps(
        rows.map((row) => ({ ...row, key: `${row.kind}:${row.id}` })),
        (step) => isWithinReach(actor, step) || (ownIsIn && isOfAllDepartments(actor, step)),
      );
      // An adjustment's chain is that of its purchase.
      const isThere = steps.some(
        ({ kind, id }) => kind === anchor.kind && (kind === 'purchase' || id === anchor.id),
      );
      if (!isThere) refuse('NOT_FOUND');
      return { steps: steps.map(toStep) };
    });
  }
}

/** The latest step that is named decides; the earlier ones lie before it. */
function anchorOf(query: ChainQuery): ChainAnchor {
  const given = [
    { kind: 'purchase', id: query.purchaseId },
    { kind: 'contract', id: query.contractId },
    { kind: 'match', id: query.matchId },
    { kind: 'meeting', id: query.meetingId },
    { kind: 'need', id: query.needId },
    { kind: 'consultation', id: query.consultationId },
    { kind: 'visit', id: query.visitId },
  ] as const;
  for (const { kind, id } of given) if (id !== undefined) return { kind, id };
  throw InvalidInput.of('purchaseId', 'required', 'one of the ids must be given');
}

/** A purchase that no contract leads to is nobody's but the ledger's. */
function isWithinReach(actor: Actor, step: ChainStepRow): boolean {
  const ofLedger = step.kind === 'purchase' && step.contractId === null;
  return accessRefusal(actor, ofLedger ? 'purchase:read' : 'chain:read', step) === null;
}

/**
 * A visit to the whole institution, and what it found, are the beginning of what a department bought, too. Once something
 * of the own department is in a chain, its clerk sees them.
 */
function isOfAllDepartments(actor: Actor, step: ChainStepRow): boolean {
  if (step.departmentId !== null || step.kind === 'contract' || step.kind === 'purchase') return false;
  return accessRefusal(actor, 'chain:read', { ...step, departmentId: actor.departmentId }) === null;
}

function toStep(row: ChainStepRow & { readonly key: string }): ChainStep {
  const { actualKrw = null, targetKrw = null, fiscalYear } = row;
  const counts = fiscalYear !== undefined && actualKrw !== null && row.countStatus === 'counted';
  return {
    key: row.key,
    after: [...row.after],
    kind: row.kind,
    id: row.id,
    day: row.day,
    state: row.state,
    title: row.title,
    amountKrw: row.amountKrw,
    supplierNames: [...row.supplierNames],
    institutionId: row.institutionId,
    institutionName: row.institutionName,
    departmentName: row.departmentName,
    manner: row.manner ?? null,
    metRole: row.metRole ?? null,
    fairId: row.fairId ?? null,
    stages: [...(row.stages ?? [])],
    countStatus: row.countStatus ?? null,
    achievement: counts ? { fiscalYear, actualKrw, targetKrw } : null,
  };
}
