import { writeFileSync } from 'node:fs';
import { readConfig } from './config/config';
import { createApp } from './create-app';
import { openApiDocument } from './openapi-document';

/** Writes the contract to the file named as the first argument (default: standard output); needs no database. */
const app = await createApp(
  readConfig({
    DATABASE_URL: 'postgres://unused',
    IEUM_JWT_SECRET: 'x'.repeat(32),
    IEUM_LOG_LEVEL: 'silent',
  }),
  { preview: true },
);
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
const target = process.argv[2];
if (target === undefined) process.stdout.write(text);
else writeFileSync(target, text);
process.exit(0);
