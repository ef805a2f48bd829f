/**
 * What the API is compared with: bare Fastify handlers on a pg pool of the same size, without rules, actor, audit or row
 * security. Routes: POST /insert (one INSERT into a plain table), POST /replay/:name (statements recorded from the API).
 */
import Fastify from 'fastify';
import pg from 'pg';

const POOL_SIZE = 10;
const COLUMNS = [
  ['institution_id', 'institutionId'],
  ['department_id', 'departmentId'],
  ['fiscal_year', 'fiscalYear'],
  ['supplier_id', 'supplierId'],
  ['item', 'item'],
  ['kind', 'kind'],
  ['method', 'method'],
  ['channel', 'channel'],
  ['contract_number', 'contractNumber'],
  ['contract_date', 'contractDate'],
  ['payment_date', 'paymentDate'],
  ['amount_krw', 'amountKrw'],
  ['supply_value_krw', 'supplyValueKrw'],
  ['budget_object_code', 'budgetObjectCode'],
  ['note', 'note'],
];
const INSERT = `INSERT INTO bare_purchases (${COLUMNS.map(([column]) => column).join(', ')})
  VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING *`;

pg.types.setTypeParser(20, Number);
pg.types.setTypeParser(1082, (text) => text);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: POOL_SIZE,
  options: `${process.env.BARE_ROLE ? `-c role=${process.env.BARE_ROLE}` : ''} -c timezone=Asia/Seoul`,
  pipeline: true,
});
const replays = JSON.parse(process.env.BARE_REPLAYS ?? '{}');
const fastify = Fastify({ logger: false });

fastify.post('/insert', async (request, reply) => {
  const { rows } = await pool.query(
    INSERT,
    COLUMNS.map(([, field]) => request.body[field] ?? null),
  );
  return reply.code(201).send(rows[0]);
});

/** The statements of each group leave together, as they did when they were recorded. */
fastify.get('/replay/:name', async (request) => {
  const client = await pool.connect();
  try {
    const answer = [];
    for (const group of replays[request.params.name]) {
      const results = await Promise.all(
        group.map((one) => client.query({ name: one.name, text: one.text, values: one.values })),
      );
      for (const result of results.flat()) if (result.fields.length > 0) answer.push(result.rows);
    }
    return { items: answer };
  } finally {
    client.release();
  }
});

await fastify.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${fastify.server.address().port}` })}\n`);
