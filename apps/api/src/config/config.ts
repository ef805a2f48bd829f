import { plainToInstance, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { dirname, join } from 'node:path';

/** The environment, read once at start. Everything else receives values, never process.env. */
export class Environment {
  /** Login of the API; its pool takes the role ieum_app, which has neither BYPASSRLS nor DDL. */
  @IsString() @MinLength(1) DATABASE_URL: string;
  /** Owner of the schema, for migrations and seeds. Default: DATABASE_URL. */
  @IsOptional() @IsString() MIGRATION_DATABASE_URL?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(65535) PORT?: number;
  @IsOptional() @IsString() HOST?: string;
  @IsString() @MinLength(32) IEUM_JWT_SECRET: string;
  /** '1' shows demo accounts on the login page and lets them log in. Never in production. */
  @IsOptional() @IsString() IEUM_DEMO?: string;
  @IsOptional() @IsString() IEUM_WEB_ROOT?: string;
  @IsOptional() @IsString() IEUM_FILES_DIR?: string;
  /** The ends of the audit chains, outside the database; default: beside the files. */
  @IsOptional() @IsString() IEUM_AUDIT_HEAD_FILE?: string;
  /** '1' when served over TLS: cookies get the __Host- prefix and Secure. */
  @IsOptional() @IsString() IEUM_TLS?: string;
  /** Number of proxies in front whose X-Forwarded-For is believed. Default 0: believe nobody. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(10) IEUM_TRUSTED_PROXIES?: number;
  @IsOptional() @Type(() => Number) @IsInt() @Min(2) @Max(200) IEUM_POOL_SIZE?: number;
  @IsOptional() @IsString() IEUM_LOG_LEVEL?: string;
  /** '0' leaves the work that the clock starts to other processes. */
  @IsOptional() @IsString() IEUM_TIMETABLE?: string;
  /** smtp://user:password@host:587 or smtps://…; together with IEUM_MAIL_FROM. Without them nothing is sent. */
  @IsOptional()
  @IsUrl({ protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false })
  IEUM_SMTP_URL?: string;
  @IsOptional() @IsEmail() IEUM_MAIL_FROM?: string;
  @IsOptional() @IsIn(['ko', 'en']) IEUM_MAIL_LANGUAGE?: string;
  /** Where people open Ieum; links of mails begin with it. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  IEUM_PUBLIC_URL?: string;
}

export interface Config {
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly jwtSecret: string;
  readonly demo: boolean;
  readonly webRoot: string | null;
  readonly filesDir: string;
  readonly auditHeadFile: string;
  readonly tls: boolean;
  readonly trustedProxies: number;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly timetable: boolean;
  /** null = mail is off */
  readonly mail: MailConfig | null;
}

export interface MailConfig {
  readonly smtpUrl: string;
  readonly from: string;
  readonly language: 'ko' | 'en';
  /** without a slash at its end; null = mails have no link */
  readonly publicUrl: string | null;
}

/** @throws Error with one sentence per wrong variable; the program ends with it. */
export function readConfig(source: Record<string, string | undefined>): Config {
  // Compose files hand over what nobody filled in as an empty text.
  const given = Object.entries(source).filter(([, value]) => value !== '');
  const environment = plainToInstance(Environment, Object.fromEntries(given));
  const errors = validateSync(environment, { whitelist: true, skipMissingProperties: false });
  if (errors.length > 0) {
    const sentences = errors.map(
      (error) => `${error.property}: ${Object.values(error.constraints ?? {}).join(', ')}`,
    );
    throw new Error(`The environment is not complete. ${sentences.join('; ')}. See .env.example.`);
  }
  const filesDir = environment.IEUM_FILES_DIR ?? '.data/files';
  return {
    databaseUrl: environment.DATABASE_URL,
    migrationDatabaseUrl: environment.MIGRATION_DATABASE_URL ?? environment.DATABASE_URL,
    port: environment.PORT ?? 3000,
    host: environment.HOST ?? '127.0.0.1',
    jwtSecret: environment.IEUM_JWT_SECRET,
    demo: environment.IEUM_DEMO === '1',
    webRoot: environment.IEUM_WEB_ROOT ?? null,
    filesDir,
    auditHeadFile: environment.IEUM_AUDIT_HEAD_FILE ?? join(dirname(filesDir), 'audit-head.jsonl'),
    tls: environment.IEUM_TLS === '1',
    trustedProxies: environment.IEUM_TRUSTED_PROXIES ?? 0,
    poolSize: environment.IEUM_POOL_SIZE ?? 10,
    logLevel: environment.IEUM_LOG_LEVEL ?? 'info',
    timetable: environment.IEUM_TIMETABLE !== '0',
    mail: mailConfigOf(environment),
  };
}

function mailConfigOf(environment: Environment): MailConfig | null {
  const { IEUM_SMTP_URL: smtpUrl, IEUM_MAIL_FROM: from, IEUM_PUBLIC_URL: publicUrl } = environment;
  if (smtpUrl === undefined && from === undefined) return null;
  if (smtpUrl === undefined || from === undefined) {
    throw new Error('IEUM_SMTP_URL and IEUM_MAIL_FROM belong together: one of them is missing.');
  }
  const language = environment.IEUM_MAIL_LANGUAGE === 'en' ? 'en' : 'ko';
  return { smtpUrl, from, language, publicUrl: publicUrl?.replace(/\/+$/, '') ?? null };
}

export const CONFIG = Symbol('Config');
