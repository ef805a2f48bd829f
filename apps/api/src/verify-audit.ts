import { readHeads } from './audit/audit-head';
import { verifyAudit } from './audit/verify-audit';
import { configFromEnvironment } from './config/environment';
import { ownerDataSource } from './database/data-source';
import { Transactions } from './database/transactions';

/** Recomputes the audit chains; ends with 1 and names the first defect when something is not as it was written. */
const config = configFromEnvironment();
const dataSource = await ownerDataSource(config.migrationDatabaseUrl).initialize();
try {
  const heads = await readHeads(config.auditHeadFile);
  const { seals, events, defect } = await verifyAudit(new Transactions(dataSource), heads);
  process.stdout.write(`audit: ${events} rows in ${seals} seals verified\n`);
  if (defect !== null) {
    process.stdout.write(`audit defect: ${JSON.stringify(defect)}\n`);
    process.exitCode = 1;
  }
} finally {
  await dataSource.destroy();
}
