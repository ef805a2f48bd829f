import { configFromEnvironment } from './config/environment';
import { createApp } from './create-app';

const config = configFromEnvironment();
const app = await createApp(config);
await app.listen(config.port, config.host);
if (config.mail === null) {
  const message = 'mail is off: IEUM_SMTP_URL and IEUM_MAIL_FROM are not set, notices appear in Ieum only';
  process.stdout.write(`${JSON.stringify({ level: 'info', message })}\n`);
}
process.stdout.write(`${JSON.stringify({ level: 'info', message: 'listening', url: await app.getUrl() })}\n`);
