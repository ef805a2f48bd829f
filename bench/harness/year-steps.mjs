import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';

/** What people do with a year's books, in any order. Rows are picked from those that were entered, by number. */
export const steps = () => {
  const nth = fc.nat({ max: 30 });
  const department = fc.nat({ max: 2 });
  const amountKrw = fc.integer({ min: 1, max: 90_000_000 });
  const of = (...kinds) => ({ kind: fc.constantFrom(...kinds) });
  const step = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        ...of('enter'),
        department,
        supplier: fc.nat({ max: 2 }),
        month: fc.integer({ min: 1, max: 12 }),
        amountKrw,
        mall: fc.boolean(),
        draft: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ ...of('edit'), nth, amountKrw }) },
    {
      weight: 3,
      arbitrary: fc.record({
        ...of('adjust'),
        nth,
        amountKrw: fc.integer({ min: -50_000_000, max: 90_000_000 }),
      }),
    },
    { weight: 8, arbitrary: fc.record({ ...of('submit', 'accept', 'return', 'void'), nth }) },
    {
      weight: 4,
      arbitrary: fc.record({ ...of('close', 'close', 'close', 'reopen'), quarter: fc.nat({ max: 3 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ ...of('handIn', 'withdraw'), quarter: fc.nat({ max: 3 }), department }),
    },
    { weight: 1, arbitrary: fc.record({ ...of('target'), department, amountKrw }) },
    { weight: 1, arbitrary: fc.record({ ...of('publish') }) },
    {
      weight: 1,
      arbitrary: fc.record({
        ...of('bulk'),
        amounts: fc.array(amountKrw, { minLength: 1, maxLength: 12 }),
        undo: fc.boolean(),
      }),
    },
  );
  return fc.array(step, { minLength: 10, maxLength: 30 });
};

const PATIENCE_MS = 30_000;

/** One institution's year through the API, and what its answers say it should add up to. */
export class Year {
  /** id → {departmentId, schemes, krw} of every row as it was last answered */
  expected = new Map();
  entered = [];
  statuses = new Map();

  constructor(manager, facts) {
    this.manager = manager;
    Object.assign(this, facts);
  }

  /** Does one step; a refusal by a rule is an answer, too. */
  async take(step) {
    const status = await this[step.kind](step);
    const key = `${step.kind} ${status}`;
    this.statuses.set(key, (this.statuses.get(key) ?? 0) + 1);
    if (status >= 500) throw new Error(`${JSON.stringify(step)} was answered with ${status}`);
  }

  async enter({ department, supplier, month, amountKrw, mall, draft }) {
    const answer = await this.manager.ask('POST', '/purchases', {
      fiscalYear: this.fiscalYear,
      departmentId: this.departmentIds[department],
      supplierId: this.supplierIds[supplier],
      item: '현수막',
      kind: 'goods',
      channel: mall ? 'hamkke_nuri_mall' : 'contract',
      contractDate: `${this.fiscalYear}-${String(month).padStart(2, '0')}-10`,
      amountKrw,
      draft,
      confirmProbableDuplicate: true,
    });
    if (answer.status === 201) this.entered.push(answer.body.id);
    return this.learn(answer);
  }

  edit({ nth, amountKrw }) {
    return this.onRow(nth, (row) => {
      const { supplierId, item, kind, channel, contractDate } = row;
      const body = {
        supplierId,
        item,
        kind,
        channel,
        contractDate,
        amountKrw,
        confirmProbableDuplicate: true,
      };
      return this.manager.ask('PATCH', `/purchases/${row.id}`, body, ifMatch(row));
    });
  }

  adjust({ nth, amountKrw }) {
    return this.onRow(nth, (row) =>
      this.manager.ask('POST', `/purchases/${row.id}/adjust`, {
        kind: 'change',
        amountKrw,
        day: `${this.fiscalYear}-12-15`,
        reason: '정정',
      }),
    );
  }

  submit = (step) => this.transition(step);
  accept = (step) => this.transition(step);
  void = (step) => this.transition(step);
  return = (step) => this.transition(step, { reason: '확인' });
  close = (step) => this.periodStep(step, 'close', { reason: '시험' });
  reopen = (step) => this.periodStep(step, 'reopen', { reason: '시험' });
  handIn = (step) => this.periodStep(step, 'submit', { kind: 'report' }, this.clerks[step.department]);
  withdraw = (step) => this.periodStep(step, 'withdraw', {}, this.clerks[step.department]);

  transition({ nth, kind }, body = {}) {
    return this.onRow(nth, (row) =>
      this.manager.ask('POST', `/purchases/${row.id}/${kind}`, body, ifMatch(row)),
    );
  }

  async periodStep({ quarter }, action, body, who = this.manager) {
    return (await who.ask('POST', `/purchase-periods/${this.periodIds[quarter]}/${action}`, body)).status;
  }

  async target({ department, amountKrw }) {
    const { items } = await this.manager.call('GET', `/purchase-targets?cycleId=${this.cycleId}`);
    const target = items.find((one) => one.departmentId === this.departmentIds[department]);
    const path = `/purchase-targets/${target.id}/revise`;
    return (await this.manager.ask('POST', path, { targetKrw: amountKrw, reason: '변경' }, ifMatch(target)))
      .status;
  }

  /** What is published must be what the ranking says in that moment. */
  async publish() {
    const { institutionId, fiscalYear } = this;
    const asOf = `${fiscalYear}-12-31`;
    const body = {
      institutionId,
      fiscalYear,
      quarter: null,
      schemeCode: 'social_economy',
      asOf,
      reason: '정정 반영',
    };
    const { status, body: published } = await this.manager.ask('POST', '/publications', body);
    if (status === 201 && published.total.actualKrw !== this.sumOf('social_economy')) {
      throw new Error(`published ${published.total.actualKrw}, expected ${this.sumOf('social_economy')}`);
    }
    return status;
  }

  /** A small sheet through the import: checked, applied, perhaps undone. */
  async bulk({ amounts, undo }) {
    const lines = amounts.map(
      (krw, index) => `${this.fiscalYear}.11.${1 + index},부서0,기업0,복사용지 ${index},물품,${krw}`,
    );
    const sheet = ['계약일자,부서명,거래처명,적요,구분,합계금액', ...lines].join('\n');
    const fileId = await this.manager.upload('bulk.csv', sheet);
    const created = await this.manager.ask('POST', '/purchase-imports', {
      fileId,
      fiscalYear: this.fiscalYear,
    });
    if (created.status >= 300 || !(await this.ended(created.body.job))) return created.status;
    const { id } = created.body;
    const applied = await this.manager.ask('POST', `/purchase-imports/${id}/apply`);
    if (applied.status >= 300 || !(await this.ended(applied.body.job))) return applied.status;
    await this.learnImport(id);
    if (!undo) return applied.status;
    const undone = await this.manager.ask('POST', `/purchase-imports/${id}/undo`);
    if (undone.status < 300 && (await this.ended(undone.body.job))) {
      for (const [row, { importId }] of this.expected) if (importId === id) this.expected.delete(row);
    }
    return undone.status;
  }

  /** The rows it wrote, one by one, as the ledger shows them. */
  async learnImport(importId) {
    const { items } = await this.manager.call('GET', `/purchases?importId=${importId}&limit=50`);
    for (const row of items) this.remember(row);
  }

  async ended({ id }) {
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const { state } = await this.manager.call('GET', `/jobs/${id}`);
      if (state === 'succeeded' || state === 'failed') return state === 'succeeded';
      await pause(10);
    }
    throw new Error('a job did not end');
  }

  async onRow(nth, act) {
    const id = this.entered[nth % Math.max(1, this.entered.length)];
    if (id === undefined) return 'no row';
    return this.learn(await act(await this.manager.call('GET', `/purchases/${id}`)));
  }

  learn({ status, body }) {
    if (status < 300) this.remember(body);
    return status;
  }

  remember(row) {
    this.expected.set(row.id, {
      importId: row.importId,
      departmentId: row.departmentId,
      schemes: row.countedSchemes,
      krw: row.recognizedAmountKrw,
    });
  }

  /** @param departmentId undefined = all */
  sumOf(scheme, departmentId) {
    return [...this.expected.values()]
      .filter((row) => row.schemes.includes(scheme))
      .filter((row) => departmentId === undefined || row.departmentId === departmentId)
      .reduce((sum, row) => sum + row.krw, 0);
  }
}

const ifMatch = ({ version }) => ({ 'if-match': `"v${version}"` });
