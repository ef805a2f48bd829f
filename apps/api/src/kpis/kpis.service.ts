import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import {
  kpiCopyRefusal,
  kpiItemKey,
  kpiOfYear,
  kpiRefusal,
  kpiStanding,
  MAX_KPIS_OF_YEAR,
  tidyLine,
  type KpiFacts,
} from '@ieum/domain';
import { systemActor, type Actor } from '../common/actor';
import { assertAllowed, refuse } from '../common/refused';
import { writeSheet, type SheetCell } from '../common/sheets/sheet-writer';
import { withoutUndefined } from '../common/without-undefined';
import { Transactions, type Tx } from '../database/transactions';
import type {
  CopiedKpisDto,
  CopyKpisDto,
  ExportKpiBoardQuery,
  KpiBoardDto,
  KpiBoardQuery,
  KpiComparisonDto,
} from './dto/kpi-board.dto';
import { toKpiDto, type ChangeKpiDto, type CreateKpiDto, type KpiDto } from './dto/kpi.dto';
import { boardOf, comparedKpis } from './kpi-board';
import { KPI_SHEET_HEADINGS, kpiSheetRows } from './kpi-sheet';
import { countSources, type Counted } from './kpi-sources';
import { findKpi, insertKpi, kpiColumns, kpisOfYears, yearsOf, type KpiRow } from './kpis.queries';

/** The board of the year. It is one for the whole centre: the route's permission decides who reads and who keeps it. */
@Injectable()
export class KpisService {
  constructor(private readonly transactions: Transactions) {}

  async board(actor: Actor, { year, includeArchived = false }: KpiBoardQuery): Promise<KpiBoardDto> {
    const [rows, years] = await this.transactions.run(actor, (tx) =>
      Promise.all([kpisOfYears(tx, [year], includeArchived), yearsOf(tx, 'kpis')]),
    );
    return boardOf(year, years, rows, await this.count(actor, rows));
  }

  /** Exactly the board that the same question shows. */
  export(actor: Actor, { format = 'xlsx', ...question }: ExportKpiBoardQuery): Readable {
    return writeSheet(format, {
      name: '성과지표',
      headings: KPI_SHEET_HEADINGS,
      rows: this.sheetRows(actor, question),
    });
  }

  async compare(actor: Actor, question: string): Promise<KpiComparisonDto> {
    const years = [...new Set(question.split(',').map(Number))].sort((a, b) => a - b);
    const rows = await this.transactions.run(actor, (tx) => kpisOfYears(tx, years, false));
    return { years, items: comparedKpis(rows, await this.count(actor, rows)) };
  }

  async get(actor: Actor, id: string): Promise<KpiDto> {
    const row = await this.transactions.run(actor, (tx) => findKpi(tx, id));
    return shown(row, await this.count(actor, [row]));
  }

  /** @throws Refused KPI_INVALID {field}, KPI_EXISTS */
  async create(actor: Actor, input: CreateKpiDto): Promise<KpiDto> {
    const kpi = factsOf(input);
    assertAllowed(kpiRefusal(kpi));
    const counted = await this.count(actor, [kpi]);
    return this.transactions.runOnce(actor, async (tx) => {
      if ((await itemKeysOf(tx, kpi.year)).size >= MAX_KPIS_OF_YEAR) refuse('KPI_INVALID', { field: 'year' });
      return shown(await findKpi(tx, await insertKpi(tx, kpi)), counted);
    });
  }

  /** @throws Refused KPI_INVALID {field}, KPI_EXISTS, VERSION_STALE */
  async change(actor: Actor, id: string, version: number, input: ChangeKpiDto): Promise<KpiDto> {
    const { archived, ...change } = input;
    const row = await this.transactions.run(actor, async (tx) => {
      const before = await findKpi(tx, id, true);
      const after = tidied({ ...before, ...withoutUndefined(change) });
      assertAllowed(kpiRefusal(after));
      await tx.updateVersion('kpis', { id }, version, {
        ...kpiColumns(after),
        archived: archived ?? before.archived,
      });
      return findKpi(tx, id);
    });
    return shown(row, await this.count(actor, [row]));
  }

  /** Items that the year has already stay as they are. @throws Refused KPI_INVALID {field} */
  copy(actor: Actor, { fromYear, toYear }: CopyKpisDto): Promise<CopiedKpisDto> {
    assertAllowed(kpiCopyRefusal(fromYear, toYear));
    return this.transactions.runOnce(actor, async (tx) => {
      const [rows, known] = await Promise.all([kpisOfYears(tx, [fromYear], false), itemKeysOf(tx, toYear)]);
      if (rows.length === 0) refuse('KPI_INVALID', { field: 'fromYear' });
      const missing = rows.filter(({ itemKey }) => !known.has(itemKey));
      if (known.size + missing.length > MAX_KPIS_OF_YEAR) refuse('KPI_INVALID', { field: 'toYear' });
      for (const row of missing) await insertKpi(tx, kpiOfYear(row, toYear));
      return { copied: missing.length, skipped: rows.length - missing.length };
    });
  }

  /**
   * An adviser reads the board of the whole city, but row security shows an adviser the own districts only: these sums,
   * and nothing else, go round it.
   */
  private count(actor: Actor, rows: readonly Pick<KpiFacts, 'source' | 'year'>[]): Promise<Counted> {
    const sources = rows.map(({ source }) => source);
    const years = [...new Set(rows.map(({ year }) => year))];
    return this.transactions.run(systemActor(actor.requestId), (tx) => countSources(tx, sources, years));
  }

  private async *sheetRows(actor: Actor, question: KpiBoardQuery): AsyncGenerator<SheetCell[]> {
    yield* kpiSheetRows(await this.board(actor, question));
  }
}

function shown(row: KpiRow, counted: Counted): KpiDto {
  return toKpiDto(row, kpiStanding(row, counted(row.source, row.year)));
}

async function itemKeysOf(tx: Tx, year: number): Promise<ReadonlySet<string>> {
  return new Set((await kpisOfYears(tx, [year], false)).map(({ itemKey }) => itemKey));
}

function factsOf(input: CreateKpiDto): KpiFacts {
  return tidied({
    year: input.year,
    programme: input.programme,
    group: input.group,
    item: input.item,
    itemKey: input.itemKey ?? kpiItemKey(input.programme, input.item),
    unit: input.unit,
    basis: input.basis,
    target: input.target ?? null,
    source: input.source,
    enteredActual: input.enteredActual ?? null,
    official: input.official ?? null,
    officialNote: input.officialNote ?? null,
    note: input.note ?? null,
    changedGoal: input.changedGoal ?? false,
    formerTarget: input.formerTarget ?? null,
    pairKey: input.pairKey ?? null,
    qualityState: input.qualityState ?? null,
    rounding: input.rounding ?? null,
    decimals: input.decimals ?? null,
    sortOrder: input.sortOrder ?? 0,
  });
}

function tidied(kpi: KpiFacts): KpiFacts {
  return {
    ...kpi,
    programme: tidyLine(kpi.programme),
    group: tidyLine(kpi.group),
    item: tidyLine(kpi.item),
    itemKey: tidyLine(kpi.itemKey),
    unit: tidyLine(kpi.unit),
    pairKey: kpi.pairKey === null ? null : tidyLine(kpi.pairKey),
  };
}
