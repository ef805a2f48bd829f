import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  FIND_PURCHASES_TO_RECOUNT,
  isKept,
  isSameFinding,
  type CertificateFacts,
  type RecountFinding,
} from '@ieum/domain';
import { systemActor, type Actor } from '../../common/actor';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { NoticesService } from '../../notices/notices.service';
import { CountingYearService } from '../../purchase-targets/counting-year.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import { loadFamilies } from './recount-families';
import type { RecountRecord } from './recount.row';
import {
  endOrphans,
  endRecounts,
  groupOf,
  institutionsOf,
  latestRecords,
  lockPurchases,
  openRecounts,
  pageOfPurchases,
  type NewRecount,
  type SupplierGroup,
} from './recounts.queries';

const PORTION = 500;

interface Search {
  readonly institutionId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly certificationId: string;
  readonly certificates: readonly CertificateFacts[];
  readonly group: SupplierGroup;
}

/**
 * Looks for purchases that today's certificates would decide otherwise than it is stored, in all institutions, as the
 * system. It changes nothing of them: it lists what a person has to decide.
 */
@Injectable()
export class RecountFinderService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly suppliers: SuppliersService,
    private readonly countingYears: CountingYearService,
    private readonly notices: NoticesService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(FIND_PURCHASES_TO_RECOUNT, { run: (job) => this.find(job) });
  }

  /** One transaction an institution: its findings and the notice about them come together. Twice finds nothing new. */
  private async find(job: RunningJob): Promise<JobOutcome> {
    const actor = systemActor(job.actor.requestId);
    const certificationId = job.payload['certificationId'] ?? '';
    const { search, institutionIds } = await this.transactions.run(actor, async (tx) => {
      const found = await this.searchFor(tx, job.payload['supplierId'] ?? '', certificationId);
      return { search: found, institutionIds: await institutionsOf(tx, found.group) };
    });
    for (const [index, institutionId] of institutionIds.entries()) {
      job.signal.throwIfAborted();
      await this.transactions.run(actor, (tx) => this.findIn(tx, { ...search, institutionId }));
      await job.progress(index + 1, institutionIds.length);
    }
    return {};
  }

  /** After a finding turned out to be outdated: what is so now. */
  async refresh(asked: Actor, outdated: readonly RecountRecord[]): Promise<void> {
    await this.transactions.run(systemActor(asked.requestId), async (tx) => {
      for (const one of outdated) {
        const search = await this.searchFor(tx, one.supplier_id, one.certification_id);
        await lockPurchases(tx, one.institution_id, [one.purchase_id]);
        await this.compare(tx, { ...search, institutionId: one.institution_id }, [one.purchase_id]);
      }
    });
  }

  private async searchFor(tx: Tx, supplierId: string, certificationId: string) {
    const { id, name, certificates } = await this.suppliers.factsForCounting(tx, supplierId);
    return {
      supplierId: id,
      supplierName: name,
      certificationId,
      certificates,
      group: await groupOf(tx, id),
    };
  }

  private async findIn(tx: Tx, search: Search): Promise<void> {
    await tx.sql(`SET LOCAL statement_timeout = '10min'`);
    const { institutionId, group } = search;
    await endOrphans(tx, institutionId, group);
    let [count, after]: [number, string | null] = [0, null];
    for (;;) {
      const page = { institutionId, group, departmentId: null, after, limit: PORTION };
      const ids: string[] = await pageOfPurchases(tx, page, 'FOR UPDATE');
      count += await this.compare(tx, search, ids);
      after = ids.at(-1) ?? null;
      if (ids.length < PORTION) break;
    }
    if (count === 0) return;
    await this.notices.publish(tx, {
      audience: 'manager',
      institutionId,
      departmentId: null,
      kind: 'purchases_to_recount',
      params: { supplierName: search.supplierName, count },
      link: `/purchase-recounts?supplierId=${search.supplierId}`,
    });
  }

  /** Ends the findings that are not so any more and opens those that are new. @returns how many were opened */
  private async compare(tx: Tx, search: Search, purchaseIds: readonly string[]): Promise<number> {
    const { institutionId, certificates } = search;
    const [families, latest] = await Promise.all([
      loadFamilies(tx, this.countingYears, institutionId, purchaseIds, certificates),
      latestRecords(tx, institutionId, purchaseIds),
    ]);
    const steps = purchaseIds.map((purchaseId) =>
      stepOf(purchaseId, latest.get(purchaseId), families.get(purchaseId)?.finding ?? null),
    );
    const ended = steps.flatMap(({ ends }) => ends ?? []);
    const opened = steps.flatMap(({ opens }) => opens ?? []);
    await endRecounts(tx, institutionId, ended, { state: 'outdated' });
    await openRecounts(tx, search, opened);
    return opened.length;
  }
}

interface Step {
  readonly ends?: string;
  readonly opens?: NewRecount;
}

function stepOf(purchaseId: string, latest: RecountRecord | undefined, finding: RecountFinding | null): Step {
  const open = latest?.state === 'open' ? latest : undefined;
  if (open !== undefined && isSameFinding(open, finding)) return {};
  const ends = open === undefined ? {} : { ends: open.id };
  if (finding === null || isKept(latest ?? null, finding)) return ends;
  return { ...ends, opens: { purchaseId, ...finding } };
}
