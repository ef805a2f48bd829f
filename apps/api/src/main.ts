import { configFromEnvironment } from './config/environment';
import { createApp } from './create-app';

const config = configFromEnvironment();
const app = await createApp(config);
await app.listen(config.port, config.host);
process.stdout.write(`${JSON.stringify({ level: 'info', message: 'listening', url: await app.getUrl() })}\n`);
