import { MAIN_INSTITUTION, MANAGER, OPEN_YEAR, PASSWORD } from './ledger-world.mjs';

const TOKEN_MS = 10 * 60 * 1000;

/** Somebody who is logged in and stays so. `call` throws on answers that are not 2xx; `token()` is for raw requests. */
export class Person {
  #base;
  #email;
  #token = '';
  #since = 0;
  #loggingIn;

  constructor(url, email = MANAGER) {
    this.#base = `${url}/api/v1`;
    this.#email = email;
  }

  async token() {
    if (this.#token === '' || performance.now() - this.#since > TOKEN_MS) {
      this.#loggingIn ??= this.#logIn().finally(() => (this.#loggingIn = undefined));
      await this.#loggingIn;
    }
    return this.#token;
  }

  /** Once, however many requests wait for the token. */
  async #logIn() {
    const account = { email: this.#email, password: PASSWORD };
    const { status, body } = await this.#fetch('POST', '/auth/login', account, {});
    if (status !== 200) throw new Error(`login: ${status} ${JSON.stringify(body)}`);
    this.#token = body.accessToken;
    this.#since = performance.now();
  }

  /** @returns {Promise<{status: number, body: any}>} whatever the status */
  async ask(method, path, body, headers = {}) {
    return this.#fetch(method, path, body, { authorization: `Bearer ${await this.token()}`, ...headers });
  }

  async call(method, path, body, headers) {
    const answer = await this.ask(method, path, body, headers);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async upload(name, content) {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const headers = { authorization: `Bearer ${await this.token()}` };
    const response = await fetch(`${this.#base}/files`, { method: 'POST', headers, body: form });
    const body = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    return body.id;
  }

  async #fetch(method, path, body, headers) {
    const response = await fetch(this.#base + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  }
}

/** What is needed to write purchases into a ledger of the generator. */
export async function placesOf(owner) {
  const institution = await owner.query('SELECT id FROM institutions WHERE name = $1', [MAIN_INSTITUTION]);
  const institutionId = institution.rows[0].id;
  const departments = await owner.query('SELECT id FROM departments WHERE institution_id = $1', [
    institutionId,
  ]);
  const suppliers = await owner.query('SELECT id FROM suppliers ORDER BY business_number');
  return {
    institutionId,
    departmentIds: departments.rows.map((row) => row.id),
    supplierIds: suppliers.rows.map((row) => row.id),
  };
}

const ITEMS = [
  '현수막/배너 제작',
  '복사용지',
  '청소 용역',
  '행사 도시락',
  '인쇄물 제작',
  '사무용품',
  '홍보물 제작',
];

/** A purchase as a clerk would enter it; `label` makes its contract number and amount its own. */
export function purchaseOf({ institutionId, departmentIds, supplierIds }, random, label) {
  const two = (value) => String(value).padStart(2, '0');
  return {
    institutionId,
    departmentId: random.pick(departmentIds),
    fiscalYear: OPEN_YEAR,
    supplierId: supplierIds[Math.floor(supplierIds.length * random.next() ** 2)],
    item: random.pick(ITEMS),
    kind: 'goods',
    method: 'direct_single_quote',
    channel: random.below(10) === 0 ? 'hamkke_nuri_mall' : 'contract',
    contractNumber: label,
    contractDate: `${OPEN_YEAR}-${two(1 + random.below(10))}-${two(1 + random.below(28))}`,
    amountKrw: 10_000 + random.below(20_000_000),
    budgetObjectCode: '201-01',
    note: '민원실 안내',
  };
}
