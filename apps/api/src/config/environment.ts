import { readConfig, type Config } from './config';

/** The only place that reads process.env (held by lint). */
export function configFromEnvironment(): Config {
  return readConfig(process.env);
}
