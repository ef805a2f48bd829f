/**
 * Makes the ledgers that the other benches read and write (they make what is missing themselves), and proves that the
 * counters agree with the rows. Arguments: --rows (default 100000), --seed, --afresh 1 to make it anew.
 */
import { ownerOf } from './harness/databases.mjs';
import { ledgerOf } from './harness/ledgers.mjs';
import { heading, numbers, say, table } from './harness/options.mjs';

const options = numbers({ rows: 100_000, seed: 1, afresh: 0 });
const maintenance = await ownerOf('postgres');
await heading('generator', options, maintenance);
await maintenance.end();
const database = await ledgerOf(options.rows, { seed: options.seed, afresh: options.afresh > 0 });

const owner = await ownerOf(database);
const { rows } = await owner.query(
  `SELECT i.name, count(DISTINCT p.department_id)::int AS departments, p.fiscal_year, count(*) AS purchases,
          count(*) FILTER (WHERE p.adjusts_id IS NOT NULL) AS adjustments,
          coalesce(sum(p.recognized_amount_krw) FILTER (WHERE 'social_economy' = ANY (p.counted_schemes)), 0)::text AS counted_krw,
          (SELECT sum(actual_krw)::text FROM achievement_totals t WHERE t.institution_id = i.id
             AND t.fiscal_year = p.fiscal_year AND t.scheme_code = 'social_economy') AS counter_krw
   FROM purchases p JOIN institutions i ON i.id = p.institution_id
   GROUP BY i.id, i.name, p.fiscal_year ORDER BY count(*) DESC, p.fiscal_year LIMIT 8`,
);
const [size] = (
  await owner.query(
    `SELECT count(*)::text AS rows, pg_size_pretty(pg_table_size('purchases')) AS heap,
            pg_size_pretty(pg_indexes_size('purchases')) AS indexes, (SELECT count(*) FROM achievement_totals)::text AS counters
     FROM purchases`,
  )
).rows;
await owner.end();
table([
  ['institution', 'year', 'departments', 'purchases', 'adjustments', 'counted in KRW', 'counters say'],
  ...rows.map((row) => [
    row.name,
    row.fiscal_year,
    row.departments,
    row.purchases,
    row.adjustments,
    row.counted_krw,
    row.counter_krw,
  ]),
]);
say(`  ${size.rows} purchases, ${size.heap} and ${size.indexes} of indexes, ${size.counters} counters`);
if (rows.some((row) => row.counted_krw !== row.counter_krw)) throw new Error('the counters are not right');
